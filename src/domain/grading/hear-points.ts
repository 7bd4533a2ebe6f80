import { canShow } from '../interview/can-show.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import type { QuestionState } from '../interview/state.ts'
import type { Evidence } from '../report/report.ts'
import { findInSaid } from './find-in-said.ts'
import type { Finder, FinderPoint, Match } from './finder.ts'
import type { GradedTurn, Heard } from './grade.ts'
import { toEvidence } from './to-evidence.ts'

/** A match and the turn it was made in. */
export interface TurnMatch {
  turn: GradedTurn
  match: Match
}

/**
 * Finds points in a turn, as it was heard and as it was meant, perhaps one several times; a turn about something else
 * holds none.
 */
export function matchTurn(
  finder: Finder,
  { entry, asked, askedFor, relevance }: GradedTurn,
  points: readonly FinderPoint[],
): Match[] {
  return relevance === 0 ? [] : findInSaid(finder, entry, { asked, points, askedFor })
}

/** The best hearing of each point over all turns of its question: in full before partly, then the earliest. */
export function hearPoints(
  question: Question,
  state: QuestionState,
  matches: readonly TurnMatch[],
  locate: (point: ExpectedPoint) => Pick<Evidence, 'lines'>,
): Map<string, Heard> {
  const heard = new Map<string, Heard>()
  for (const point of question.points) {
    const found = matches.filter(({ turn, match }) => {
      return match.pointId === point.id && canShow(turn.entry.askId, point)
    })
    const best = found.find(({ match }) => match.degree === 'full') ?? found[0]
    if (!best) continue
    const evidence = toEvidence(best.turn.entry, best.match, {
      point: point.text,
      polarity: 'for',
      ...(question.kind === 'code' ? { snippetId: question.id, ...locate(point) } : {}),
    })
    if (!evidence) continue
    const hintTier = tierOf(point, state, best.turn.entry.turnId)
    const { degree, share } = best.match
    heard.set(point.id, { degree, hintTier, evidence, ...(share === undefined ? {} : { share }) })
  }
  return heard
}

/** The tier noted when the point was heard live; for one heard only now, the highest given for its issue. */
function tierOf(point: ExpectedPoint, state: QuestionState, turnId: string): number {
  const live = Object.hasOwn(state.heard, point.id) ? state.heard[point.id] : undefined
  if (live?.turnId === turnId) return live.hintTier
  return live?.hintTier ?? (point.issueId ? (state.hints[point.issueId] ?? 0) : 0)
}
