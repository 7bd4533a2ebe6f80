export interface DiffRow {
  kind: 'same' | 'add' | 'del' | 'gap'
  /** Line number in the shown code; absent on an added line. */
  before?: number
  /** Line number in the fixed code; absent on a removed line. */
  after?: number
  text: string
}

/**
 * The rows of a unified diff made of hunks only, with a `gap` row between hunks. Numbers are 1-based.
 * Throws an Error on a line that is none of header, context, addition or removal.
 */
export function parseDiff(diff: string): DiffRow[] {
  const rows: DiffRow[] = []
  let before = 0
  let after = 0
  for (const line of diff.replace(/\n$/, '').split('\n')) {
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line)
    const text = line.slice(1)
    if (header) {
      if (rows.length > 0) rows.push({ kind: 'gap', text: '' })
      before = Number(header[1])
      after = Number(header[2])
    } else if (line.startsWith('+')) rows.push({ kind: 'add', after: after++, text })
    else if (line.startsWith('-')) rows.push({ kind: 'del', before: before++, text })
    else if (line.startsWith(' ') || line === '') {
      rows.push({ kind: 'same', before: before++, after: after++, text })
    } else if (!line.startsWith('\\')) throw new Error(`not a line of a unified diff: ${line}`)
  }
  return rows
}
