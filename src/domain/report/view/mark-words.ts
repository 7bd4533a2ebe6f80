export interface Words {
  text: string
  /** Whether these words counted for a score, held one down, or neither. */
  mark: 'for' | 'against' | null
}

/**
 * A turn's text cut where quotes begin and end; joined, the pieces are the text again. Each quote is a verbatim
 * part of the text and marks its first place there; where two overlap, what counted against a score wins.
 */
export function markWords(
  text: string,
  quotes: readonly { quote: string; polarity: 'for' | 'against' }[],
): Words[] {
  const places = quotes.flatMap(({ quote, polarity }) => {
    const from = text.indexOf(quote)
    return from < 0 ? [] : [{ from, to: from + quote.length, polarity }]
  })
  const edges = [...new Set([0, text.length, ...places.flatMap(({ from, to }) => [from, to])])]
  edges.sort((a, b) => a - b)
  const words: Words[] = []
  for (const [index, to] of edges.entries()) {
    const from = edges[index - 1]
    if (from === undefined) continue
    const over = places.filter((place) => place.from <= from && place.to >= to)
    const mark = over.some((place) => place.polarity === 'against')
      ? 'against'
      : over.length > 0
        ? 'for'
        : null
    const last = words.at(-1)
    if (last?.mark === mark) last.text += text.slice(from, to)
    else words.push({ text: text.slice(from, to), mark })
  }
  return words
}
