import type { BankSnippet } from '../../catalog/bank.ts'
import type { Report } from '../report.ts'
import type { ShownCode } from './code-view.ts'

/**
 * The code that a report is about, by snippet id; one that the content no longer has is absent.
 * @param linesOf the lines of a snippet as they are to be shown
 */
export function codeOf(
  { answerKey, questions }: Pick<Report, 'answerKey' | 'questions'>,
  snippets: readonly BankSnippet[],
  linesOf: (snippet: BankSnippet) => string[],
): Record<string, ShownCode> {
  const ids = new Set([...answerKey.map(({ snippetId }) => snippetId), ...questions.map(({ id }) => id)])
  const shown = snippets.filter(({ id }) => ids.has(id))
  return Object.fromEntries(
    shown.map((snippet) => {
      const { id, title, language, logText: log } = snippet
      return [id, { title, language, log, lines: linesOf(snippet) }]
    }),
  )
}
