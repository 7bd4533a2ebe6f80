import type { DimensionId } from '../catalog/vocabulary.ts'
import type { Evidence } from '../report/report.ts'
import { applyCaps } from './caps.ts'
import type { DimensionGrade, Heard, IssueSeverities, QuestionGrade } from './grade.ts'
import { rules } from './rules.ts'
import { sharePoints, type ScoredPoint } from './score-points.ts'

/** Most quotes against a score that are shown for one dimension. */
const AGAINST_SHOWN = 3

interface Collected {
  points: ScoredPoint[]
  heard: Heard[]
  against: Evidence[]
}

/**
 * Grades one dimension over all questions: the share of the expected weight that was heard, less the false
 * alarms for debugging, under the published caps. Communication also weighs how relevant answers are told.
 */
export function gradeDimension(
  id: DimensionId,
  questions: readonly QuestionGrade[],
  bank: IssueSeverities,
): DimensionGrade {
  const { points, heard, against } = collect(id, questions)
  const alarms =
    id === 'debugging'
      ? questions.flatMap(({ falseAlarms }) => falseAlarms.map((alarm) => alarm.evidence))
      : []
  const told = id === 'communication' ? readTelling(questions) : undefined
  const evidence = [
    ...heard.map((item) => item.evidence),
    ...(told?.evidence ?? []),
    ...[...alarms, ...against].slice(0, AGAINST_SHOWN),
  ]
  const all = told ? [...points, told.point] : points
  const share = sharePoints(all, alarms.length * rules.falseAlarm) + (told ? told.earned / weightOf(all) : 0)
  const capped = applyCaps({
    share,
    evidence,
    allHinted: heard.length > 0 && heard.every(({ hintTier }) => hintTier > 0),
    ...(id === 'debugging' ? { graveIssueSolved: isGraveIssueSolved(questions, bank) } : {}),
  })
  return { id, share: Math.min(1, share), evidence, ...capped }
}

function collect(id: DimensionId, questions: readonly QuestionGrade[]): Collected {
  const points: ScoredPoint[] = []
  const heard: Heard[] = []
  for (const question of questions) {
    for (const point of question.expected.filter(({ dimension }) => dimension === id)) {
      const found = question.heard.get(point.id)
      points.push({ weight: point.weight, heard: found })
      if (found) heard.push(found)
    }
  }
  const against = questions.flatMap((question) =>
    question.against.filter(({ dimension }) => dimension === id).map(({ evidence }) => evidence),
  )
  return { points, heard, against }
}

/** How answers were told, as one more point: its share is the mean over the questions that could be judged. */
function readTelling(questions: readonly QuestionGrade[]) {
  const judged = questions
    .map(({ communication }) => communication)
    .filter(({ evidence }) => evidence.length > 0)
  if (judged.length === 0) return undefined
  const share = judged.reduce((sum, telling) => sum + telling.share, 0) / judged.length
  const weight = rules.tellingWeight
  return {
    point: { weight },
    earned: share * weight,
    evidence: pickQuotes(judged.map(({ evidence }) => evidence)),
  }
}

/** The first quote of each trait from each question, at most two a trait. */
function pickQuotes(lists: readonly Evidence[][]): Evidence[] {
  const counts = new Map<string, number>()
  return lists.flat().filter(({ point }) => {
    const count = (counts.get(point) ?? 0) + 1
    counts.set(point, count)
    return count <= 2
  })
}

function weightOf(points: readonly ScoredPoint[]): number {
  return points.reduce((sum, { weight }) => sum + weight, 0)
}

/** Whether a critical or high issue was found in full and unaided, with a fix or a test heard on the same snippet. */
function isGraveIssueSolved(questions: readonly QuestionGrade[], bank: IssueSeverities): boolean {
  return questions.some(({ question, expected, heard }) => {
    const issues = bank.snippets.find(({ id }) => id === question.id)?.issues ?? []
    const grave = new Set(
      issues.filter(({ severity }) => severity === 'critical' || severity === 'high').map(({ id }) => id),
    )
    const found = expected.some(({ id, issueId }) => {
      const hearing = heard.get(id)
      return (
        issueId !== undefined && grave.has(issueId) && hearing?.degree === 'full' && hearing.hintTier === 0
      )
    })
    return (
      found &&
      expected.some(({ id, sub }) => heard.has(id) && (sub === 'testability' || sub === 'complexity'))
    )
  })
}
