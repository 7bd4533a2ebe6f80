import type { Rubric } from '../catalog/rubric.ts'
import type { DimensionId, Level } from '../catalog/vocabulary.ts'
import { traitTexts } from '../grading/communication-evidence.ts'
import type { DimensionGrade, SessionGrade } from '../grading/grade.ts'
import type { Score } from '../grading/rules.ts'
import { missedPoints } from './weak-areas.ts'

/** Points named in one sentence. */
const NAMED = 2

/** Why this score and not the one above, in the words of the points heard and missed; the anchors stand beside it. */
export function explainScore(grade: DimensionGrade, session: SessionGrade): string {
  const { score, caps, evidence } = grade
  if (score === null) return 'No words of yours could be quoted for this dimension, so it is not scored.'
  const heard = unique(evidence.filter(({ polarity }) => polarity === 'for').map(({ point }) => point))
  const against = unique(evidence.filter(({ polarity }) => polarity === 'against').map(({ point }) => point))
  const missed = unique(missedPoints(session, grade.id).map(({ point }) => point.text))
  const halved = unique(halvedPoints(session, grade.id))
  const seldom = grade.id === 'communication' ? seldomTraits(session) : []
  const sentences = [
    heard.length > 0 ? `Heard: ${name(heard)}.` : 'None of the expected points was heard.',
    score < 4 && missed.length > 0 ? `Not heard: ${name(missed)}.` : '',
    score < 4 && halved.length > 0 ? `Only in part or after a hint: ${name(halved)}.` : '',
    score < 4 && seldom.length > 0 ? `Shown too seldom or not at all: ${name(seldom)}.` : '',
    against.length > 0 && score < 4 ? `Counted against it: ${name(against)}.` : '',
    ...caps.map((cap) => `By rule: ${cap}.`),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** What would have lifted the score, with the point that weighed most. */
export function explainLift(
  grade: DimensionGrade,
  session: SessionGrade,
  rubric: Rubric,
  level: Level,
): string {
  const missed = missedPoints(session, grade.id)[0]
  const advice = rubric.advice[level][adviceKey(grade.score)]
  if (!missed || grade.score === 4) return advice
  return `${advice} Here it was missing in "${missed.question.title}": ${plain(missed.point.text)}.`
}

/** Points that earned less than their weight. */
function halvedPoints(session: SessionGrade, dimension: DimensionId): string[] {
  return session.questions.flatMap(({ expected, heard }) =>
    expected
      .filter((point) => {
        const found = heard.get(point.id)
        return point.dimension === dimension && found && (found.degree === 'partly' || found.hintTier > 0)
      })
      .map(({ text }) => text),
  )
}

/** What the answers to at least half of the questions did not show of how they are told. */
function seldomTraits(session: SessionGrade): string[] {
  const judged = session.questions.filter(({ communication }) => communication.evidence.length > 0)
  return Object.values(traitTexts).filter((text) => {
    const showing = judged.filter(({ communication }) =>
      communication.evidence.some(({ point }) => point === text),
    )
    return showing.length <= judged.length / 2
  })
}

function adviceKey(score: Score | null): '1' | '2' | '3' | '4' | 'none' {
  if (score === null) return 'none'
  return score === 1 ? '1' : score === 2 ? '2' : score === 3 ? '3' : '4'
}

function name(texts: readonly string[]): string {
  const rest = texts.length - NAMED
  const named = texts
    .slice(0, NAMED)
    .map((text) => `"${plain(text)}"`)
    .join(', ')
  return rest > 0 ? `${named} and ${rest} more` : named
}

function plain(text: string): string {
  return text.replace(/[.\s]+$/, '')
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
