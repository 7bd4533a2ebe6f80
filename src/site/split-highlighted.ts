const OPEN = '<span class="line">'
const CLOSE = '</span>'

/**
 * The HTML inside each line of highlighted code, in order. Expects lines divided by line feeds, each one
 * `<span class="line">`, inside `<code>` or bare. Throws an Error when it finds another number of lines than
 * the plain text has, since every reference to a line would then point at the wrong one.
 */
export function splitHighlighted(html: string, text: string): string[] {
  const inner = /<code[^>]*>([\s\S]*)<\/code>/.exec(html)?.[1] ?? html
  const lines = inner.trimEnd().split('\n').map(unwrapLine)
  const expected = text.trimEnd().split('\n').length
  if (lines.length !== expected) {
    throw new Error(`highlighted code has ${lines.length} lines where its source has ${expected}`)
  }
  return lines
}

function unwrapLine(line: string): string {
  return line.startsWith(OPEN) && line.endsWith(CLOSE) ? line.slice(OPEN.length, -CLOSE.length) : line
}
