/** Share of a turn's words that must stand in the question for the turn to be its echo. */
const ECHO_SHARE = 0.85

/** Whether a turn only says the question back. One to three words are too few to tell. */
export function echoes(text: string, asked: string): boolean {
  const said = wordsOf(text)
  if (said.length < 4) return false
  const known = new Set(wordsOf(asked))
  return said.filter((word) => known.has(word)).length / said.length >= ECHO_SHARE
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
