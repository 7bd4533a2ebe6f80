import type { BankSnippet } from './bank.ts'
import type { ReportProblem } from './report-problem.ts'

const ENDINGS = { typescript: 'ts', javascript: 'js', sql: 'sql' } as const

/** Fewest and most lines of code that are shown. */
const [FEWEST, MOST] = [60, 120]

/** Checks that a snippet fits its code: length, name of the file, and lines that are there. */
export function checkSnippet(snippet: Omit<BankSnippet, 'html'>, file: string, report: ReportProblem): void {
  const lines = snippet.source.trimEnd().split('\n').length
  if (lines < FEWEST || lines > MOST) {
    report(file, `code: it has ${lines} lines: show ${FEWEST} to ${MOST}`)
  }
  const code = `code.${ENDINGS[snippet.language]}`
  if (snippet.code !== code)
    report(file, `code: name the file ${code}, as the language is ${snippet.language}`)
  const places = [
    ...snippet.issues.map(({ id, lines: own, alsoAt }) => ({ at: `issues.${id}`, ranges: [own, ...alsoAt] })),
    ...snippet.traps.map(({ id, lines: own }) => ({ at: `traps.${id}`, ranges: [own] })),
  ]
  for (const { at, ranges } of places) {
    if (ranges.some(([, to]) => to > lines))
      report(file, `${at}.lines: the code ends at line ${lines}: correct it`)
  }
}
