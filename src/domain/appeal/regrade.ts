import type { Bank } from '../catalog/bank.ts'
import type { Finder } from '../grading/finder.ts'
import type { QuestionGrade } from '../grading/grade.ts'
import { readTurns } from '../grading/read-turns.ts'
import { findQuestion } from '../interview/find-question.ts'
import type { SessionState } from '../interview/state.ts'
import { buildReport } from '../report/build-report.ts'
import type { Report } from '../report/report.ts'
import { restoreGrade } from '../report/restore-grade.ts'
import { compareReports } from './compare-reports.ts'

export interface Regrading {
  previous: Report
  /** The session with the correction folded in. */
  state: SessionState
  turnId: string
  /** ISO 8601, UTC. */
  at: string
}

/**
 * The report after a turn was corrected. Only the question that the turn answered is graded again; what was heard
 * elsewhere stays as the previous report has it, whatever grader or content has become since. The report says what the
 * correction moved. An edit beyond a mishearing moves nothing.
 *
 * @throws Error when the session has no plan, or one made from other content
 */
export function regrade({ previous, state, turnId, at }: Regrading, bank: Bank, finder: Finder): Report {
  const entry = state.transcript.find((each) => each.speaker === 'candidate' && each.turnId === turnId)
  const edited = entry?.rewritten !== undefined
  const touched = edited ? undefined : entry?.questionId
  const kept = keepGrades(previous, state, touched, bank, finder)
  const report = buildReport(state, bank, finder, previous.createdAt, previous.id, kept)
  const said = { turnId, at, before: shownIn(previous, turnId), after: shownIn(report, turnId), edited }
  return {
    ...report,
    corrections: [...(previous.corrections ?? []), { ...said, changes: compareReports(previous, report) }],
  }
}

/** How the turn read in a report; before there were corrections, `edited` was the text before one. */
function shownIn({ transcript, corrections }: Report, turnId: string): string {
  const turn = transcript.find((each) => each.turnId === turnId)
  return (corrections && turn?.edited) ?? turn?.text ?? ''
}

function keepGrades(
  { questions }: Report,
  state: SessionState,
  touched: string | undefined,
  bank: Bank,
  finder: Finder,
): Map<string, QuestionGrade> {
  const { plan, transcript } = state
  if (!plan) return new Map()
  const kept = questions.flatMap((result): [string, QuestionGrade][] => {
    if (result.id === touched) return []
    const question = findQuestion(bank, plan, result.id)
    const snippet = bank.snippets.find(({ id }) => id === result.id)
    const grade = restoreGrade(result, {
      question,
      turns: readTurns(transcript, question, snippet, finder),
    })
    return grade ? [[result.id, grade]] : []
  })
  return new Map(kept)
}
