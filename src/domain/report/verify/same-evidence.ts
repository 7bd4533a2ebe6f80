import type { Evidence } from '../report.ts'

/** Whether two lists hold the same evidence in the same order, whatever order the members of each are in. */
export function sameEvidence(one: readonly Evidence[], other: readonly Evidence[]): boolean {
  return one.length === other.length && one.every((each, index) => keyOf(each) === keyOf(other[index]))
}

/** Everything that a piece of evidence says, as one text. */
export function keyOf(evidence: Evidence | undefined): string {
  if (!evidence) return ''
  const { turnId, quote, startMs, endMs, point, polarity, snippetId = null, lines = null } = evidence
  return JSON.stringify([turnId, quote, startMs, endMs, point, polarity, snippetId, lines])
}
