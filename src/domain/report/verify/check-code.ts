import type { AnswerKeyEntry, QuestionResult, Report } from '../report.ts'
import { toCheck, type Check } from './check.ts'

/** The answer key agrees with what was heard of each planted issue, and of correct code. */
export function checkCode({ answerKey, questions }: Report): Check {
  const findings = [
    ...answerKey.flatMap((entry) => {
      const question = questions.find(({ id }) => id === entry.snippetId)
      return entry.issueId === null ? checkAlarm(entry, question) : checkIssue(entry, entry.issueId, question)
    }),
    ...questions.flatMap(({ id, title, falseAlarms = [] }) => {
      const named = answerKey.filter(({ snippetId, trapId }) => snippetId === id && trapId !== undefined)
      return named.length === falseAlarms.length
        ? []
        : [`${title}: the false alarms are not those of the answer key.`]
    }),
  ]
  return toCheck('code', 'What was found and missed in the code follows from the points.', findings)
}

function checkIssue(entry: AnswerKeyEntry, issueId: string, question: QuestionResult | undefined): string[] {
  const heard = question?.pointsHeard.find((point) => point.issueId === issueId)
  const made = heard?.degree !== 'full' ? 'missed' : (heard.hintTier ?? 0) > 0 ? 'hinted' : 'unaided'
  const { title, outcome, turnId, startMs } = entry
  const placed = turnId === heard?.evidence?.turnId && startMs === heard?.evidence?.startMs
  return [
    ...(outcome === made ? [] : [`${title}: the answer key says ${outcome}, the points say ${made}.`]),
    ...(placed ? [] : [`${title}: the answer key names another moment than its quote.`]),
  ]
}

function checkAlarm(entry: AnswerKeyEntry, question: QuestionResult | undefined): string[] {
  const alarm = question?.falseAlarms?.find(({ trapId }) => trapId === entry.trapId)
  const fits =
    entry.outcome === 'false-alarm' &&
    alarm?.evidence.turnId === entry.turnId &&
    alarm?.evidence.startMs === entry.startMs &&
    alarm?.evidence.lines?.join() === entry.lines.join()
  return fits ? [] : [`${entry.title}: the false alarm has no quote of its own.`]
}
