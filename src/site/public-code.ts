import type { Bank, BankSnippet } from '../domain/catalog/bank.ts'
import type { FindingView } from '../domain/report/view/code-view.ts'
import { formatLines } from '../domain/report/view/format-lines.ts'
import { parseDiff } from '../domain/report/view/parse-diff.ts'
import { highlightedLines } from './highlighted-lines.ts'

/** A public snippet with its whole answer key: nobody is ever asked about it. */
export interface PublicCode {
  id: string
  pack: { id: string; name: string }
  title: string
  /** What the interviewer says before the first question. */
  summary: string
  opening: string
  language: string
  /** Highlighted HTML, a line each. */
  lines: string[]
  log: string
  issues: (FindingView & { severity: string })[]
  traps: { title: string; linesLabel: string; isRight: string }[]
  bestAnswer: string
}

const LANGUAGES = { typescript: 'TypeScript', javascript: 'JavaScript', sql: 'SQL' } as const

/** Every public snippet. What is not public never leaves the server this way. */
export function publicCode({ snippets, packs }: Pick<Bank, 'snippets' | 'packs'>): PublicCode[] {
  const names = new Map(packs.map(({ id, name }) => [id, name]))
  return snippets
    .filter((snippet) => snippet.public)
    .map((snippet) => ({
      id: snippet.id,
      pack: { id: snippet.pack, name: names.get(snippet.pack) ?? snippet.pack },
      title: snippet.title,
      summary: snippet.summary,
      opening: snippet.opening,
      language: LANGUAGES[snippet.language],
      lines: highlightedLines(snippet),
      log: snippet.logText ?? '',
      issues: snippet.issues.map(issueView),
      traps: snippet.traps.map(({ title, lines, isRight }) => ({
        title,
        linesLabel: formatLines(lines),
        isRight,
      })),
      bestAnswer: snippet.answers['4'],
    }))
}

function issueView({ title, severity, lines, rootCause, fix, test }: BankSnippet['issues'][number]) {
  return {
    kind: 'missed' as const,
    label: severity,
    severity,
    title,
    lines,
    linesLabel: formatLines(lines),
    rootCause,
    diff: parseDiff(fix),
    test,
  }
}
