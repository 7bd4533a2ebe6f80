const units: ReadonlyMap<string, number> = new Map(
  Object.entries({
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  }),
)

const scales: ReadonlyMap<string, number> = new Map(
  Object.entries({ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 }),
)

const suffixes: ReadonlyMap<string, number> = new Map(Object.entries({ k: 1e3, m: 1e6, bn: 1e9 }))

function canBegin(word: string): boolean {
  return units.has(word) || scales.has(word) || (word >= '0' && word < ':')
}

/** Reads "200", "10,000", "20k" and "99.9"; undefined for anything else. */
function readDigits(word: string): number | undefined {
  const match = /^(\d[\d,]*(?:\.\d+)?)(k|m|bn)?$/.exec(word)
  if (!match) return undefined
  return Number(match[1]?.replaceAll(',', '')) * (suffixes.get(match[2] ?? '') ?? 1)
}

/**
 * Reads the number that starts at `at` in a list of lower-case words: digits or English number words, as in
 * "two hundred and fifty", "sixty five", "20k". "one" alone is a pronoun more often than a number and is
 * left alone.
 *
 * @returns the value and how many words it takes, or undefined where no number starts
 */
export function readNumber(
  words: readonly string[],
  at: number,
): { value: number; count: number } | undefined {
  if (!canBegin(words[at] ?? '')) return undefined
  let total = 0
  let part: number | undefined
  let count = 0
  while (at + count < words.length) {
    const word = words[at + count] ?? ''
    const digits = readDigits(word)
    const unit = units.get(word)
    const scale = scales.get(word)
    if (digits !== undefined && count === 0) part = digits
    else if (unit !== undefined && (part === undefined || fits(part, unit))) part = (part ?? 0) + unit
    else if (scale !== undefined && (part !== undefined || count === 0)) {
      part = (part ?? 1) * scale
      if (scale >= 1000) {
        total += part
        part = 0
      }
    } else if (word === 'and' && part !== undefined && part % 100 === 0 && part > 0) {
      const next = units.get(words[at + count + 1] ?? '')
      if (next === undefined) break
    } else break
    count += 1
  }
  if (count === 0 || (count === 1 && words[at] === 'one')) return undefined
  return { value: total + (part ?? 0), count }
}

/** "sixty" takes "five" and "hundred" takes "twenty"; "five" does not take "six". */
function fits(part: number, unit: number): boolean {
  if (part === 0) return true
  if (unit === 0) return false
  if (part % 100 === 0) return unit < 100
  return part % 10 === 0 && part % 100 >= 20 && unit < 10
}
