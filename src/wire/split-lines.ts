const OPEN = '<span class="line">'
const CLOSE = '</span>'

/** The HTML inside each line of highlighted code: one `<span class="line">` a line, divided by line feeds. */
export function splitLines(html: string): string[] {
  return html
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.startsWith(OPEN) && line.endsWith(CLOSE) ? line.slice(OPEN.length, -CLOSE.length) : line,
    )
}
