/** Longest quote, in characters. */
const LONGEST = 320

/** A quote without the connective it starts with, cut to its longest allowed length at a word. */
export function trimQuote(
  text: string,
  { from: start, to }: { from: number; to: number },
): { from: number; to: number } {
  const connective = /^(?:and|so|but|then|or)\s+(?=\S)/i.exec(text.slice(start, to))
  const from = start + (connective?.[0].length ?? 0)
  if (to - from <= LONGEST) return { from, to }
  const cut = text.slice(from, from + LONGEST)
  const end = cut.search(/\s\S*$/)
  return { from, to: from + (end > 0 ? end : LONGEST) }
}
