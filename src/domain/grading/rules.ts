import type { Report } from '../report/report.ts'

/**
 * The published rules of the score, as data. Pages and reports state these numbers; nothing else decides.
 * The scale is one for everybody; the level only words the advice.
 */
export const rules = {
  /**
   * Share of the expected weight from which a score is reached. Checked against the bank's own answers at
   * levels 2, 3 and 4, which are written to land inside their bands (content-ladder.test.ts).
   */
  bands: { '2': 0.3, '3': 0.6, '4': 0.85 },
  /** What a heard point earns of its weight. */
  credit: { full: 1, partly: 0.5 },
  /** What is left of it when a hint came first. */
  hinted: 0.5,
  /** Weight taken from debugging for each piece of correct code that was called a bug. */
  falseAlarm: 1,
  /** A 4 rests on at least this many quotes... */
  quotesForFour: 2,
  /** ...from at least this many turns. */
  turnsForFour: 2,
  /** Highest score when everything found was found after a hint. */
  allHintedCap: 3,
  /** Highest debugging score without a grave issue found unaided, and a fix or a test for it. */
  noGraveIssueCap: 3,
  /**
   * Communication comes from how relevant answers are told: what each trait weighs, and in which share of
   * the turns it has to show. An answer need not have all of them; nobody signposts a short one.
   */
  telling: {
    leads: { weight: 2.5, target: 0.7 },
    orders: { weight: 2, target: 0.3 },
    specific: { weight: 2.5, target: 0.6 },
    reasons: { weight: 2, target: 0.5 },
    scopes: { weight: 1, target: 0.15 },
  },
  /** What telling weighs beside the expected points of communication, each 1-3. */
  tellingWeight: 8,
  /** Weight lost when every turn waves its hands; in proportion below that. */
  vagueness: 3,
  /** Fewer assessed dimensions than this give no verdict. */
  assessedForVerdict: 3,
  verdicts: {
    above: { overall: 3.5, least: 3 },
    at: { overall: 2.8, least: 2 },
  },
  /** Words from which relevant speech can count against a score. */
  wordsAgainst: 12,
  /** Fewest words of a quote that a model may propose: "a lock" says nothing by itself. */
  proposedWords: 4,
  /**
   * How much such a quote is about a point's own wordings (`scoreRelevance`) where the built-in finder does not hear the
   * point in it. Set on the bank's answers (decision 0028).
   */
  proposedRelevance: 0.35,
  /** Strength from which naming correct code is a false alarm: a doubtful one is none. */
  falseAlarmStrength: 0.7,
} as const

export type Score = 1 | 2 | 3 | 4

/** Mean of the assessed scores to one decimal, and the verdict by the published rule. */
export function decideVerdict(scores: readonly (Score | null)[]): {
  overall: number | null
  verdict: Report['verdict']
} {
  const assessed = scores.filter((score) => score !== null)
  if (assessed.length === 0) return { overall: null, verdict: 'not-enough-evidence' }
  const overall = Math.round((assessed.reduce((sum, score) => sum + score, 0) / assessed.length) * 10) / 10
  if (assessed.length < rules.assessedForVerdict) return { overall, verdict: 'not-enough-evidence' }
  const least = Math.min(...assessed)
  const { above, at } = rules.verdicts
  if (overall >= above.overall && least >= above.least) return { overall, verdict: 'above' }
  return { overall, verdict: overall >= at.overall && least >= at.least ? 'at' : 'below' }
}
