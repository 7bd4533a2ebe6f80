/** A sentence of a text, [from, to). */
export interface Sentence {
  from: number
  to: number
  text: string
}

/** Longest stretch without a full stop that still counts as one sentence, in characters. */
const LONGEST = 280

/** Splits a text into sentences, at full stops; speech that has none is cut at spaces. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const match of text.matchAll(/[^.?!…\n]+(?:[.?!…](?!\s|$)[^.?!…\n]*)*[.?!…]*/g)) {
    let from = match.index + (match[0].length - match[0].trimStart().length)
    const to = match.index + match[0].trimEnd().length
    while (to - from > LONGEST) {
      const cut = text.lastIndexOf(' ', from + LONGEST)
      const end = cut > from ? cut : from + LONGEST
      sentences.push({ from, to: end, text: text.slice(from, end) })
      from = cut > from ? end + 1 : end
    }
    if (to > from) sentences.push({ from, to, text: text.slice(from, to) })
  }
  return sentences
}
