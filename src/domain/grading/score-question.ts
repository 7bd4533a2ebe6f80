import { CodeSubScore, ScenarioSubScore, type SubScoreId } from '../catalog/vocabulary.ts'
import type { ExpectedPoint } from '../interview/question.ts'
import { applyCaps } from './caps.ts'
import type { QuestionGrade } from './grade.ts'
import type { Score } from './rules.ts'
import { sharePoints } from './score-points.ts'

/** What the scores of a question are made from. */
type Ungraded = Pick<QuestionGrade, 'expected' | 'heard' | 'against' | 'communication'> & {
  question: Pick<QuestionGrade['question'], 'kind'>
}

/**
 * The sub-scores of a question and the score of the whole, each from the points that belong to it. How it was told
 * stands in for clarity or communication where no point does.
 */
export function scoreQuestion(grade: Ungraded): Pick<QuestionGrade, 'subScores' | 'score'> {
  return { subScores: scoreSubs(grade), score: scoreOf(grade, grade.expected) }
}

function scoreSubs(grade: Ungraded): QuestionGrade['subScores'] {
  const { question, expected, communication } = grade
  const ids: readonly SubScoreId[] =
    question.kind === 'code' ? CodeSubScore.options : ScenarioSubScore.options
  return ids.map((id) => {
    const points = expected.filter(({ sub }) => sub === id)
    if (points.length > 0) return { id, score: scoreOf(grade, points) }
    if (id !== 'clarity' && id !== 'communication') return { id, score: null }
    return { id, score: applyCaps({ ...communication, allHinted: false, wholeQuestion: true }).score }
  })
}

function scoreOf(grade: Ungraded, points: readonly ExpectedPoint[]): Score | null {
  const heard = points.map(({ id }) => grade.heard.get(id)).filter((item) => item !== undefined)
  const dimensions = new Set(points.map(({ dimension }) => dimension))
  const against = grade.against.filter(({ dimension }) => dimensions.has(dimension))
  return applyCaps({
    share: sharePoints(points.map(({ id, weight }) => ({ weight, heard: grade.heard.get(id) }))),
    evidence: [...heard, ...against].map(({ evidence }) => evidence),
    allHinted: heard.length > 0 && heard.every(({ hintTier }) => hintTier > 0),
    wholeQuestion: true,
  }).score
}
