import { traitTexts } from '../grading/communication-evidence.ts'
import type { DimensionGrade, SessionGrade } from '../grading/grade.ts'
import { rules, type Score } from '../grading/rules.ts'
import { bandOf } from '../grading/score-points.ts'
import { listNames, nameSome, quoteName } from './name-points.ts'
import { LEFT_OUT } from './tidy-grade.ts'
import { expectedPoints, halvedPoints, missedPoints } from './weak-areas.ts'

/**
 * Why this score and not the one above: what was earned of what the next score needs, in which questions points were
 * left out, what counted only in part or against it, and the rules that moved the score.
 */
export function explainScore(grade: DimensionGrade, session: SessionGrade): string {
  const { id, score } = grade
  if (score === null) return explainNone(grade, session)
  if (score === 4) return `${earned(grade, session)}; a 4 starts at ${percent(rules.bands['4'])}.`
  const halved = halvedPoints(session, id).map(({ point }) => point.text)
  const seldom = id === 'communication' ? seldomTraits(session) : []
  const sentences = [
    `${earned(grade, session)}${nextBand(grade, score)}`,
    notHeard(grade, session),
    sentence('Heard in part or after a hint', halved),
    sentence('Shown too seldom or not at all', seldom),
    countedAgainst(grade),
    ...(bandOf(grade.share) > score ? grade.caps.map((cap) => `By rule ${cap}.`) : []),
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
  if (questions.length === 0) return 'No question that asks for it was answered, so it is not scored.'
  const where = listNames([...new Set(questions)])
  return `Asked for in ${where}, but no words of yours could be quoted for it, so it is not scored.`
}

/** The start of a sentence. Communication also weighs how every answer is told, which is no count of points. */
function earned({ id, share }: DimensionGrade, session: SessionGrade): string {
  const all = expectedPoints(session, id)
  const heard = all.length - missedPoints(session, id).length
  if (id === 'communication') return `What was said and how it was told earned ${percent(share)}`
  if (heard === 0) return `None of the ${all.length} points asked for was heard`
  const hasAlarm = id === 'debugging' && session.questions.some(({ falseAlarms }) => falseAlarms.length > 0)
  const rest = hasAlarm ? ' after false alarms' : ''
  return `Heard: ${heard} of ${all.length} points asked for, ${percent(share)} by weight${rest}`
}

function nextBand({ share }: DimensionGrade, score: Score): string {
  const next = score === 1 ? '2' : score === 2 ? '3' : '4'
  const starts = `a ${next} starts at ${percent(rules.bands[next])}`
  const band = bandOf(share)
  if (band > score) return `; by share alone that is a ${band}, and a rule holds it at ${score}.`
  if (band === score) return `; ${starts}.`
  const stands = `a 1 needs words that count against it and there were none, so it stands at ${score}`
  return `. That share is a ${band}, but ${stands}; ${starts}.`
}

/** Where points were left out, the questions that lost most first. Which points they were stands with each question. */
function notHeard({ id }: DimensionGrade, session: SessionGrade): string {
  const titles = missedPoints(session, id).map(({ question }) => question.title)
  const [first, ...others] = [...new Set(titles)]
    .map((title) => ({ title, count: titles.filter((each) => each === title).length }))
    .toSorted((a, b) => b.count - a.count)
  if (!first) return ''
  const second = others[0]
  const rest = others.slice(1).reduce((sum, { count }) => sum + count, 0)
  const places = [
    `${first.count} ${first.count === 1 ? 'point' : 'points'} in ${quoteName(first.title)}`,
    ...(second ? [`${second.count} in ${quoteName(second.title)}`] : []),
    ...(rest > 0 ? [`${rest} elsewhere`] : []),
  ]
  return `Not heard: ${places.join(', ')}.`
}

/** Answers that left out what was asked for are counted, anything else is named. */
function countedAgainst({ evidence }: DimensionGrade): string {
  const points = evidence.filter(({ polarity }) => polarity === 'against').map(({ point }) => point)
  const named = [...new Set(points.filter((point) => !point.startsWith(LEFT_OUT)))]
  const left = points.filter((point) => point.startsWith(LEFT_OUT)).length
  const answers = left === 1 ? '1 answer' : `${left} answers`
  const parts = [
    ...(named.length > 0 ? [nameSome(named)] : []),
    ...(left > 0 ? [`${answers} that left out what was asked for`] : []),
  ]
  return parts.length === 0 ? '' : `Counted against it: ${parts.join(', and ')}.`
}

function sentence(head: string, points: readonly string[]): string {
  return points.length === 0 ? '' : `${head}: ${nameSome([...new Set(points)])}.`
}

/** Rounded down, so that a share just below a band never reads as having reached it. */
function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`
}
