import type { BankSnippet } from '../catalog/bank.ts'
import type { AnswerKeyEntry } from '../report/report.ts'
import type { QuestionGrade } from './grade.ts'

/**
 * The answer key of one shown snippet: each planted issue found unaided, found after a hint, or missed, and
 * each piece of correct code that was called a bug. An issue only touched is missed, with the turn that
 * touched it; in a drill only the issues it asks for are there.
 */
export function answerKey(snippet: BankSnippet, grade: QuestionGrade | undefined): AnswerKeyEntry[] {
  const askedFor = grade && new Set(grade.question.points.map(({ issueId }) => issueId))
  const meant = snippet.issues.filter(({ id }) => askedFor?.has(id) ?? true)
  const issues = meant.map(({ id, title, severity, lines, rootCause, fix, test }): AnswerKeyEntry => {
    const heard = grade?.question.points
      .filter(({ issueId }) => issueId === id)
      .map((point) => grade.heard.get(point.id))
      .find((item) => item !== undefined)
    const found = heard?.degree === 'full' ? (heard.hintTier > 0 ? 'hinted' : 'unaided') : 'missed'
    const where = heard ? { turnId: heard.evidence.turnId, startMs: heard.evidence.startMs } : {}
    return {
      snippetId: snippet.id,
      issueId: id,
      title,
      severity,
      lines,
      outcome: found,
      ...where,
      rootCause,
      fix,
      test,
    }
  })
  const alarms = (grade?.falseAlarms ?? []).flatMap(({ trapId, evidence }) => {
    const trap = snippet.traps.find(({ id }) => id === trapId)
    return trap ? [falseAlarmEntry(snippet.id, trap, evidence.turnId, evidence.startMs)] : []
  })
  return [...issues, ...alarms]
}

function falseAlarmEntry(
  snippetId: string,
  trap: BankSnippet['traps'][number],
  turnId: string,
  startMs: number,
): AnswerKeyEntry {
  return {
    snippetId,
    issueId: null,
    trapId: trap.id,
    title: trap.title,
    lines: trap.lines,
    outcome: 'false-alarm',
    turnId,
    startMs,
    rootCause: trap.isRight,
    fix: '',
    test: '',
  }
}
