import type { Question } from '../interview/question.ts'
import { checkQuote } from './check-quote.ts'
import { countWords } from './communication-evidence.ts'
import type { Finder, FinderPoint } from './finder.ts'
import type { GradedTurn } from './grade.ts'
import type { TurnMatch } from './hear-points.ts'
import { isAnswer } from './is-answer.ts'
import { isDenied } from './is-denied.ts'
import { mergePasses } from './merge-passes.ts'
import { LONGEST_PROPOSAL, type Proposal } from './proposal.ts'
import { rules } from './rules.ts'
import { ON_TOPIC } from './score-relevance.ts'

/**
 * What a model's proposals add to the built-in finder's matches, under the evidence cap: a model lifts a point by one step
 * above what code reads in the quoted words, nothing to partly or partly to full, and takes nothing away.
 *
 * A quote counts that stands verbatim in an on-topic turn, is no shorter than `rules.proposedWords`, is not said to the
 * grader, does not deny the point, and either holds a built-in match of the point or is about its own wordings by at
 * least `rules.proposedRelevance`. Whatever a model says beyond that changes nothing.
 */
export function liftMatches(
  finder: Finder,
  question: Question,
  turns: readonly GradedTurn[],
  matches: readonly TurnMatch[],
  passes: readonly (readonly Proposal[])[],
): TurnMatch[] {
  const verbatim = (proposal: Proposal) => {
    const turn = turns.find(({ entry }) => entry.turnId === proposal.turnId)
    return turn !== undefined && checkQuote(turn.entry.text, proposal.quote)
  }
  return mergePasses(passes.map((pass) => pass.filter(verbatim))).flatMap((proposal) => {
    const turn = turns.find(({ entry }) => entry.turnId === proposal.turnId)
    const point = question.points.find(({ id }) => id === proposal.pointId)
    if (!turn || !point) return []
    const from = turn.entry.text.indexOf(proposal.quote)
    const range = { from, to: from + proposal.quote.length }
    const own = matches.filter((item) => {
      const overlaps = item.match.from < range.to && range.from < item.match.to
      return item.turn === turn && item.match.pointId === point.id && overlaps
    })
    const strength = own.length > 0 ? 1 : relevanceOf(finder, turn, proposal.quote, point)
    if (strength < rules.proposedRelevance || !canCarry(turn, range, point)) return []
    const degree = own.length > 0 ? proposal.degree : 'partly'
    return [{ turn, match: { pointId: point.id, degree, ...range, strength } }]
  })
}

/** How much the quoted words are about the point's own wordings, beyond the words of the question. */
function relevanceOf(finder: Finder, { asked }: GradedTurn, quote: string, point: FinderPoint): number {
  const topic = { texts: [point.text, ...point.wordings], isOpen: true }
  return finder.relevance({ text: quote, asked, topic })
}

function canCarry(
  { entry, relevance }: GradedTurn,
  range: { from: number; to: number },
  point: FinderPoint,
): boolean {
  const { text } = entry
  const length = range.to - range.from
  if (relevance < ON_TOPIC || length > LONGEST_PROPOSAL) return false
  if (countWords(text.slice(range.from, range.to)) < rules.proposedWords) return false
  return isAnswer(text, range) && !isDenied(text, range, point)
}
