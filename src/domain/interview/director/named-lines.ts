const ones = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const teens = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
]
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const smallWord = `(?:${[...teens, ...tens.map((ten) => `${ten}(?:[- ](?:${ones.slice(1).join('|')}))?`), ...ones].join('|')})`
const number = `(?:\\d{1,3}|(?:one )?hundred(?: and)? ${smallWord}|(?:one )?hundred|${smallWord})`
const range = new RegExp(
  `\\b(?:read)?lines?\\s+(${number})(?:\\s*(?:to|through|till|until|and|-|–)\\s*(?:line\\s+)?(${number}))?`,
  'gi',
)

const leading = new RegExp(`\\b(?:the )?first (${number}) lines\\b`, 'i')

/**
 * The last lines a sentence names, spoken or written: "line 45", "lines forty-one to forty-seven", "the first ten lines".
 * 1-based, inclusive, in order; undefined when it names none.
 */
export function namedLines(text: string): { from: number; to: number } | undefined {
  const last = [...text.matchAll(range)].at(-1)
  if (!last?.[1]) return firstLines(text)
  const from = toNumber(last[1])
  const to = last[2] ? toNumber(last[2]) : from
  if (from < 1 || to < 1) return undefined
  return { from: Math.min(from, to), to: Math.max(from, to) }
}

function firstLines(text: string): { from: number; to: number } | undefined {
  const count = toNumber(leading.exec(text)?.[1] ?? '0')
  return count < 1 ? undefined : { from: 1, to: count }
}

function toNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text)
  return text
    .toLowerCase()
    .replace('one hundred', 'hundred')
    .split(/[\s-]+/)
    .reduce((sum, word) => sum + wordValue(word), 0)
}

function wordValue(word: string): number {
  if (word === 'hundred') return 100
  if (teens.includes(word)) return 10 + teens.indexOf(word)
  if (tens.includes(word)) return 20 + tens.indexOf(word) * 10
  return Math.max(0, ones.indexOf(word))
}
