const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** The whole numbers up to 199 that a text names, in digits or in words. */
export function namedNumbers(text: string): Set<number> {
  const numbers = new Set([...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)))
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  let sum: number | undefined
  for (const word of [...words, '']) {
    const value = valueOf(word)
    if (value === undefined && word !== 'and') {
      if (sum !== undefined) numbers.add(sum)
      sum = undefined
    } else if (value !== undefined) {
      const joins = sum !== undefined && (sum === 100 || (sum % 100 >= 20 && sum % 10 === 0 && value < 10))
      if (sum !== undefined && !joins) numbers.add(sum)
      sum = joins ? (sum ?? 0) + value : value
    }
  }
  return numbers
}

function valueOf(word: string): number | undefined {
  if (word === 'hundred') return 100
  if (small.includes(word)) return small.indexOf(word)
  return tens.includes(word) ? 20 + tens.indexOf(word) * 10 : undefined
}
