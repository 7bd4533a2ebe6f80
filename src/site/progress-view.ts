import { formatDate } from '../domain/report/view/format-date.ts'
import type { SessionSummary } from '../wire/sessions.ts'

/** One graded interview on a dimension's line. Places are in the units of `chart`. */
export interface ProgressPoint {
  x: number
  y: number
  score: number
  /** Ends of the bar that shows the spread; null when there is none to show. */
  bar: { top: number; bottom: number } | null
}

export interface ProgressLine {
  id: string
  name: string
  /** By interview, oldest first; null where it was not assessed. */
  scores: (number | null)[]
  points: ProgressPoint[]
  /** The last two scores, and whether their difference says anything. */
  words: string
}

export interface ProgressView {
  /** Oldest first. */
  interviews: { href: string; createdAt: string; date: string }[]
  lines: ProgressLine[]
}

/** The drawing of one line, in its own units. */
export const chart = { width: 264, height: 96, left: 24, right: 16, top: 12, bottom: 12 }

/** Interviews shown at most, the latest. */
const SHOWN = 12

/** A score that rests on one question alone could as well be one step off. */
const UNKNOWN_SPREAD = 1

type Graded = SessionSummary['dimensions'][number]

/** Progress over whole graded interviews; null with fewer than two, when there is nothing to compare. */
export function progressView(sessions: readonly SessionSummary[]): ProgressView | null {
  const graded = sessions
    .filter(({ phase, practice, dimensions }) => {
      return phase === 'finished' && practice === null && dimensions.some(({ score }) => score !== null)
    })
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    .slice(-SHOWN)
  const first = graded[0]
  if (!first || graded.length < 2) return null
  return {
    interviews: graded.map(({ id, createdAt }) => {
      return { href: `/report/${id}`, createdAt, date: formatDate(createdAt) }
    }),
    lines: first.dimensions.map(({ id }) =>
      lineOf(graded.map(({ dimensions }) => dimensions.find((each) => each.id === id))),
    ),
  }
}

function lineOf(results: readonly (Graded | undefined)[]): ProgressLine {
  const { id = '', name = '' } = results.find((result) => result !== undefined) ?? {}
  const assessed = results.flatMap((result) => (result?.score == null ? [] : [result]))
  return {
    id,
    name,
    scores: results.map((result) => result?.score ?? null),
    points: results.flatMap((result, index) => {
      return result?.score == null ? [] : [pointOf(result.score, result.spread, index, results.length)]
    }),
    words: changeWords(assessed.at(-2), assessed.at(-1)),
  }
}

function pointOf(score: number, spread: number | null, index: number, count: number): ProgressPoint {
  const { width, left, right } = chart
  const bar = spread
    ? { top: heightOf(Math.min(4, score + spread)), bottom: heightOf(Math.max(1, score - spread)) }
    : null
  return { x: left + ((width - left - right) * index) / (count - 1), y: heightOf(score), score, bar }
}

/** Where a score stands, from the top. */
export function heightOf(score: number): number {
  const { height, top, bottom } = chart
  return top + ((height - top - bottom) * (4 - score)) / 3
}

/** What the last two scores say. A difference no larger than either spread is called so. */
function changeWords(before: Graded | undefined, after: Graded | undefined): string {
  if (after?.score == null) return 'Not assessed yet.'
  if (before?.score == null) return `${after.score} of 4, once assessed so far.`
  const difference = after.score - before.score
  if (difference === 0) return `${after.score}, as before.`
  const spread = Math.max(before.spread ?? UNKNOWN_SPREAD, after.spread ?? UNKNOWN_SPREAD)
  const isWithin = Math.abs(difference) <= spread
  const steps = Math.abs(difference) === 1 ? 'one step' : `${Math.abs(difference)} steps`
  return isWithin
    ? `${after.score} after ${before.score}: within the spread, other questions could have given the same.`
    : `${after.score} after ${before.score}: ${steps} ${difference > 0 ? 'up' : 'down'}, more than the spread.`
}
