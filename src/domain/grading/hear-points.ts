import { canShow } from '../interview/can-show.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import type { Entry, QuestionState } from '../interview/state.ts'
import type { Evidence } from '../report/report.ts'
import type { Finder, FinderPoint, Match } from './finder.ts'
import type { GradedTurn, Heard } from './grade.ts'
import { toEvidence } from './to-evidence.ts'

/** A match and the turn it was made in. */
export interface TurnMatch {
  turn: GradedTurn
  match: Match
}

/**
 * Finds points in a turn. Where the recogniser was unsure of words the finder reads it a second time without
 * them, and the better match of each point counts: a doubtful word can help and never hurt.
 */
export function matchTurn(
  finder: Finder,
  { entry, asked, askedFor }: GradedTurn,
  points: readonly FinderPoint[],
): Match[] {
  const matches = finder.find({ text: entry.text, asked, points, askedFor })
  if (entry.unsure.length === 0) return matches
  const best = new Map(matches.map((match) => [match.pointId, match]))
  for (const match of finder.find({ text: blankUnsure(entry), asked, points, askedFor })) {
    const other = best.get(match.pointId)
    if (!other || (other.degree === 'partly' && match.degree === 'full')) best.set(match.pointId, match)
  }
  return [...best.values()]
}

/** The text with the unsure words blanked out, every other character at its place. */
function blankUnsure({ text, unsure }: Entry): string {
  return unsure.reduce((rest, [from, to]) => {
    const end = Math.min(to, text.length)
    return from < end ? rest.slice(0, from) + ' '.repeat(end - from) + rest.slice(end) : rest
  }, text)
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
    heard.set(point.id, { degree: best.match.degree, hintTier, evidence })
  }
  return heard
}

/** The tier noted when the point was heard live; for one heard only now, the highest given for its issue. */
function tierOf(point: ExpectedPoint, state: QuestionState, turnId: string): number {
  const live = Object.hasOwn(state.heard, point.id) ? state.heard[point.id] : undefined
  if (live?.turnId === turnId) return live.hintTier
  return live?.hintTier ?? (point.issueId ? (state.hints[point.issueId] ?? 0) : 0)
}
