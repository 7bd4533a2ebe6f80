import type { GradedTurn, Heard, QuestionGrade } from '../grading/grade.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import type { QuestionResult } from './report.ts'

/** What the content says of the question of a result. */
export interface KnownQuestion {
  question: Question
  turns: GradedTurn[]
}

/**
 * The grade that a result of a report was made from, as far as scores and their reasons need it. Undefined where the
 * result does not hold it all: it was made before reports did, or `known` no longer has a point of it.
 *
 * @param known without it, the question is what the result says of it
 */
export function restoreGrade(result: QuestionResult, known?: KnownQuestion): QuestionGrade | undefined {
  const { pointsHeard, pointsMissed, against, falseAlarms, telling, score } = result
  const points = [...pointsHeard, ...pointsMissed].map(toPoint)
  const heard = pointsHeard.map(toHeard)
  if (!against || !falseAlarms || !telling || score === undefined) return undefined
  const named = points.filter((point) => point !== undefined)
  const found = heard.filter((item) => item !== undefined)
  if (named.length < points.length || found.length < heard.length) return undefined
  const ids = new Set(named.map(({ id }) => id))
  const expected = known ? known.question.points.filter(({ id }) => ids.has(id)) : named
  if (expected.length < ids.size) return undefined
  return {
    question: known?.question ?? toQuestion(result, named),
    section: result.section,
    asked: result.asked,
    turns: known?.turns ?? [],
    expected,
    heard: new Map(found),
    against,
    falseAlarms,
    communication: telling,
    subScores: result.subScores.map(({ id, score: of }) => ({ id, score: toScore(of) })),
    score: toScore(score),
  }
}

type Expected = QuestionResult['pointsMissed'][number]

function toPoint({ id, text, weight, dimension, sub, issueId }: Expected): ExpectedPoint | undefined {
  if (weight === undefined || dimension === undefined || sub === undefined) return undefined
  const rest = { wordings: [], misheard: [], askId: 'opener', ...(issueId === undefined ? {} : { issueId }) }
  return { id, text, weight, dimension, sub, ...rest }
}

function toHeard({ id, degree, hintTier, evidence }: QuestionResult['pointsHeard'][number]) {
  if (hintTier === undefined || evidence === undefined) return undefined
  return [id, { degree, hintTier, evidence }] satisfies [string, Heard]
}

function toQuestion({ id, kind, title, bestAnswer }: QuestionResult, points: ExpectedPoint[]): Question {
  return {
    id,
    kind,
    title,
    level: 'senior',
    asks: [],
    points,
    signals: [],
    facts: [],
    competencies: [],
    bestAnswer,
  }
}

function toScore(score: number | null): QuestionGrade['score'] {
  return ([1, 2, 3, 4] as const).find((each) => each === score) ?? null
}
