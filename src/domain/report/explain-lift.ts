import type { Rubric } from '../catalog/rubric.ts'
import type { Level } from '../catalog/vocabulary.ts'
import type { DimensionGrade, SessionGrade } from '../grading/grade.ts'
import { rules, type Score } from '../grading/rules.ts'
import { bandOf, creditOf } from '../grading/score-points.ts'
import { seldomTraits } from './explain-score.ts'
import { listNames, quoteName } from './name-points.ts'
import { expectedPoints, type ExpectedOf } from './weak-areas.ts'

/** Points named, the weightiest. */
const NAMED = 2

const COUNTS = [
  '',
  'one more point',
  'two more points',
  'three more points',
  'four more points',
  'five more points',
]

/**
 * What would have lifted the score: the fewest points whose weight reaches the next score, by the published bands;
 * the rule that stands in the way where the share was reached; the rubric's advice for the level where no points do.
 */
export function explainLift(
  grade: DimensionGrade,
  session: SessionGrade,
  rubric: Rubric,
  level: Level,
): string {
  const { score, share, caps } = grade
  if (score === null)
    return `An answer to a question such as ${quoteName(rubric.fallback.ask)} would have shown it.`
  if (score === 4) return rubric.advice[level]['4']
  const next = score === 1 ? '2' : score === 2 ? '3' : '4'
  if (bandOf(share) > score)
    return `What was said would have earned a ${next}. The rule that stood in the way: ${caps.join('; ')}.`
  const needed = pointsTo(rules.bands[next], grade, session)
  if (needed) return awayFrom(next, needed)
  return liftTelling(grade, session) ?? rubric.advice[level][advice(score)]
}

/** Fewest points, the most to gain first, that bring the share to `band`; undefined when all of them do not. */
function pointsTo(
  band: number,
  { id, share }: DimensionGrade,
  session: SessionGrade,
): ExpectedOf[] | undefined {
  const expected = expectedPoints(session, id)
  const told =
    id === 'communication' && session.questions.some(({ communication }) => communication.evidence.length > 0)
  const weight = expected.reduce((sum, { point }) => sum + point.weight, told ? rules.tellingWeight : 0)
  const gain = ({ point, heard }: ExpectedOf) => point.weight * (1 - creditOf(heard))
  const open = expected.filter((item) => gain(item) > 0).toSorted((a, b) => gain(b) - gain(a))
  let missing = band * weight - share * weight
  const needed: ExpectedOf[] = []
  for (const item of open) {
    if (missing <= 1e-9) break
    needed.push(item)
    missing -= gain(item)
  }
  return needed.length > 0 && missing <= 1e-9 ? needed : undefined
}

function awayFrom(next: string, needed: readonly ExpectedOf[]): string {
  const [first, second] = needed.slice(0, NAMED).map(({ point, question }) => {
    return { name: quoteName(point.text), where: quoteName(question.title) }
  })
  if (!first) return ''
  const named = !second
    ? `${first.name} in ${first.where}`
    : first.where === second.where
      ? `${first.name} and ${second.name}, both in ${first.where}`
      : `${first.name} in ${first.where} and ${second.name} in ${second.where}`
  const count = COUNTS[needed.length] ?? `${needed.length} more points`
  return `A ${next} needed ${count} in full${needed.length > NAMED ? ', most of all ' : ': '}${named}.`
}

function liftTelling({ id }: DimensionGrade, session: SessionGrade): string | undefined {
  const seldom = id === 'communication' ? seldomTraits(session) : []
  if (seldom.length === 0) return undefined
  return `More answers that do this: ${listNames(seldom)}.`
}

function advice(score: Exclude<Score, 4>): '1' | '2' | '3' {
  return score === 1 ? '1' : score === 2 ? '2' : '3'
}
