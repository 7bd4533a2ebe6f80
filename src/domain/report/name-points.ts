/** Points named in one sentence. */
const NAMED = 2

/** The first two in quotation marks, and how many more there are. */
export function nameSome(texts: readonly string[]): string {
  const rest = texts.length - NAMED
  if (rest <= 0) return listNames(texts)
  return `${texts.slice(0, NAMED).map(quoteName).join(', ')} and ${rest} more`
}

/** All of them in quotation marks: “a”, “b” and “c”. */
export function listNames(texts: readonly string[]): string {
  const last = texts.at(-1)
  if (last === undefined) return ''
  const others = texts.slice(0, -1).map(quoteName).join(', ')
  return others === '' ? quoteName(last) : `${others} and ${quoteName(last)}`
}

/** A text in quotation marks, without its full stop. */
export function quoteName(text: string): string {
  return `“${text.replace(/[.\s]+$/, '')}”`
}
