import type { Evidence } from '../report/report.ts'
import { rules, type Score } from './rules.ts'
import { bandOf } from './score-points.ts'

/** What a score is decided on. */
export interface ScoreBasis {
  /** 0-1. */
  share: number
  evidence: readonly Evidence[]
  /** Everything heard was heard after a hint. */
  allHinted: boolean
  /** For debugging: a critical or high issue found unaided, and a fix or a test heard. */
  graveIssueSolved?: boolean
  /** One question alone: its answer may well be one turn, so the rule of two turns does not apply. */
  wholeQuestion?: boolean
}

export interface CappedScore {
  score: Score | null
  /** Why the score is lower, or higher, than the band of the share, in words for the report. */
  caps: string[]
}

/**
 * The score a share earns under the published caps. No quote, no score. A 1 needs a quote against it, a 4
 * needs quotes from two turns, everything found after hints stays at 3, and debugging reaches 4 only with a
 * grave issue found unaided and a fix or test for it.
 */
export function applyCaps({
  share,
  evidence,
  allHinted,
  graveIssueSolved,
  wholeQuestion,
}: ScoreBasis): CappedScore {
  if (evidence.length === 0) return { score: null, caps: [] }
  const caps: string[] = []
  let score = bandOf(share)
  const lower = (to: Score, why: string) => {
    if (score <= to) return
    score = to
    caps.push(why)
  }
  const quotes = evidence.filter(({ polarity }) => polarity === 'for')
  const turns = new Set(quotes.map(({ turnId }) => turnId))
  const few = quotes.length < rules.quotesForFour || turns.size < rules.turnsForFour
  if (few && wholeQuestion !== true) {
    lower(3, 'a 4 rests on quotes from two separate turns')
  }
  if (allHinted) lower(rules.allHintedCap, 'everything found here came after a hint')
  if (graveIssueSolved === false) {
    lower(rules.noGraveIssueCap, 'a 4 needs a grave issue found unaided, with a fix or a test for it')
  }
  if (score === 1 && !evidence.some(({ polarity }) => polarity === 'against')) {
    score = 2
    caps.push('nothing relevant was said that would prove a 1')
  }
  return { score, caps }
}
