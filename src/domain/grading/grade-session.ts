import type { Bank } from '../catalog/bank.ts'
import { findQuestion } from '../interview/find-question.ts'
import type { SessionState } from '../interview/state.ts'
import { answerKey } from './answer-key.ts'
import type { Finder } from './finder.ts'
import { gradeDimension } from './grade-dimension.ts'
import { gradeQuestion } from './grade-question.ts'
import type { QuestionGrade, SessionGrade } from './grade.ts'
import { decideVerdict } from './rules.ts'

/**
 * Grades a session from its transcript: a finder proposes quotes, code checks each against the candidate's own
 * turns, and the published rules turn them into scores. The same state, bank and finder give the same grade.
 *
 * @param kept grades of an earlier time that stay as they are, by question
 * @throws Error when the plan names a question that the bank does not hold
 */
export function gradeSession(
  state: SessionState,
  bank: Bank,
  finder: Finder,
  kept: ReadonlyMap<string, QuestionGrade> = new Map(),
): SessionGrade {
  const { plan } = state
  const questions = plan
    ? Object.values(state.questions).flatMap((asked): QuestionGrade[] => {
        const question = findQuestion(bank, plan, asked.id)
        if (question.kind === 'wrap-up' || asked.asked.length === 0) return []
        return [kept.get(asked.id) ?? gradeQuestion(question, asked, state, bank, finder)]
      })
    : []
  const dimensions = {
    communication: gradeDimension('communication', questions, bank),
    debugging: gradeDimension('debugging', questions, bank),
    breadth: gradeDimension('breadth', questions, bank),
    operationalization: gradeDimension('operationalization', questions, bank),
    product: gradeDimension('product', questions, bank),
  }
  const shown = state.shownSnippets.flatMap((id) => bank.snippets.find((snippet) => snippet.id === id) ?? [])
  return {
    questions,
    dimensions,
    answerKey: shown.flatMap((snippet) => {
      return answerKey(
        snippet,
        questions.find(({ question }) => question.id === snippet.id),
      )
    }),
    ...decideVerdict(Object.values(dimensions).map(({ score }) => score)),
  }
}
