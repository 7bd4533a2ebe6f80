import type { ExpectedPoint } from '../interview/question.ts'
import { checkQuote } from './check-quote.ts'
import type { Checklist } from './checklist.ts'
import type { GradedTurn } from './grade.ts'
import { LONGEST_PROPOSAL, type Proposal } from './proposal.ts'

/**
 * What of a model's checklist can be evidence: for each point that it says was made, its first quote that stands verbatim
 * in the turn it names, as `checklistPrompt` numbers them. Everything else is dropped and counted.
 */
export function readChecklist(
  { points: lines }: Checklist,
  points: readonly ExpectedPoint[],
  turns: readonly GradedTurn[],
): { proposals: Proposal[]; dropped: number } {
  const proposals = new Map<string, Proposal>()
  let dropped = 0
  for (const { point: name, verdict, quotes } of lines) {
    if (verdict === 'no') continue
    const point = points[numberOf('P', name)]
    const quoted = quotes.flatMap(({ turn: turnName, quote: copied }) => {
      const turn = turns[numberOf('T', turnName)]
      const quote = copied.trim()
      const isTrue =
        turn !== undefined && quote.length <= LONGEST_PROPOSAL && checkQuote(turn.entry.text, quote)
      if (!isTrue) dropped += 1
      return isTrue ? [{ turnId: turn.entry.turnId, quote }] : []
    })
    const [first] = quoted
    if (!point || quotes.length === 0) dropped += 1
    if (!point || !first || proposals.has(point.id)) continue
    const degree = verdict === 'yes' ? 'full' : 'partly'
    proposals.set(point.id, { ...first, pointId: point.id, degree })
  }
  return { proposals: [...proposals.values()], dropped }
}

/** The place that `P1` or `T1` names, from 0; -1 for anything else. */
function numberOf(letter: string, name: string): number {
  const digits = new RegExp(`^${letter}([1-9]\\d{0,3})$`).exec(name)?.[1]
  return digits === undefined ? -1 : Number(digits) - 1
}
