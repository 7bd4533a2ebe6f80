import { traitTexts } from '../grading/communication-evidence.ts'
import type { DimensionGrade, SessionGrade } from '../grading/grade.ts'
import { rules, type Score } from '../grading/rules.ts'
import { bandOf } from '../grading/score-points.ts'
import { listNames, nameSome } from './name-points.ts'
import { expectedPoints, halvedPoints, missedPoints } from './weak-areas.ts'

/** Why this score and not the one above: what was earned of what the next score needs, and what was left out. */
export function explainScore(grade: DimensionGrade, session: SessionGrade): string {
  const { id, score, evidence } = grade
  if (score === null) return explainNone(grade, session)
  if (score === 4) return `${earned(grade, session)}; a 4 starts at ${percent(rules.bands['4'])}.`
  const against = evidence.filter(({ polarity }) => polarity === 'against').map(({ point }) => point)
  const missed = missedPoints(session, id).map(({ point }) => point.text)
  const halved = halvedPoints(session, id).map(({ point }) => point.text)
  const seldom = id === 'communication' ? seldomTraits(session) : []
  const sentences = [
    `${earned(grade, session)}; ${nextBand(grade, score)}.`,
    sentence('Not heard', missed),
    sentence('Heard in part or after a hint', halved),
    sentence('Shown too seldom or not at all', seldom),
    sentence('Counted against it', against),
    ...byRule(grade, score),
  ]
  return sentences.filter((text) => text !== '').join(' ')
}

/** What of how answers are told did not show in at least half of the questions. */
export function seldomTraits(session: SessionGrade): string[] {
  const judged = session.questions.filter(({ communication }) => communication.evidence.length > 0)
  return Object.values(traitTexts).filter((text) => {
    const showing = judged.filter(({ communication }) =>
      communication.evidence.some(({ point }) => point === text),
    )
    return showing.length <= judged.length / 2
  })
}

function explainNone({ id }: DimensionGrade, session: SessionGrade): string {
  const questions = expectedPoints(session, id).map(({ question }) => question.title)
  if (questions.length === 0) return 'No question that shows it was answered, so it is not scored.'
  const where = listNames([...new Set(questions)])
  return `Asked for in ${where}, but no words of yours could be quoted for it, so it is not scored.`
}

/** The start of a sentence. Communication also weighs how every answer is told, which is no count of points. */
function earned({ id, share }: DimensionGrade, session: SessionGrade): string {
  const all = expectedPoints(session, id)
  const heard = all.length - missedPoints(session, id).length
  const weight = percent(share)
  if (id === 'communication') return `What you said and how you told it earned ${weight}`
  return `You said ${heard} of the ${all.length} things asked for, which earned ${weight} by weight`
}

function nextBand({ share }: DimensionGrade, score: Score): string {
  if (bandOf(share) < score) return `by share alone that is a ${bandOf(share)}`
  if (bandOf(share) > score)
    return `by share alone that is a ${bandOf(share)}, and a rule holds it at ${score}`
  const next = score === 1 ? '2' : score === 2 ? '3' : '4'
  return `a ${next} starts at ${percent(rules.bands[next])}`
}

function byRule({ share, caps }: DimensionGrade, score: Score): string[] {
  if (bandOf(share) < score) return ['A 1 needs words that speak against you, and there were none.']
  return caps.map((cap) => `By rule ${cap}.`)
}

function sentence(head: string, points: readonly string[]): string {
  return points.length === 0 ? '' : `${head}: ${nameSome([...new Set(points)])}.`
}

/** Rounded down, so that a share just below a band never reads as having reached it. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`
}
