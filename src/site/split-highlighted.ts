import { splitLines } from '../wire/split-lines.ts'

/**
 * The HTML inside each line of highlighted code, in order. Throws an Error when it finds another number of
 * lines than the plain text has, since every reference to a line would then point at the wrong one.
 */
export function splitHighlighted(html: string, text: string): string[] {
  const lines = splitLines(html)
  const expected = text.trimEnd().split('\n').length
  if (lines.length !== expected) {
    throw new Error(`highlighted code has ${lines.length} lines where its source has ${expected}`)
  }
  return lines
}
