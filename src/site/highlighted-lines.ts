import { plainLines } from '../domain/report/view/plain-lines.ts'
import { splitLines } from '../wire/split-lines.ts'

/**
 * The HTML of each line of highlighted code, in order.
 * @throws Error when there are not as many lines as in the source: every reference to a line would point at a wrong one
 */
export function highlightedLines({ html, source }: { html: string; source: string }): string[] {
  const lines = splitLines(html)
  const expected = plainLines({ source }).length
  if (lines.length !== expected) {
    throw new Error(`highlighted code has ${lines.length} lines where its source has ${expected}`)
  }
  return lines
}
