/** One promise of a report, and whether it holds. */
export interface Check {
  id:
    | 'quotes'
    | 'turns'
    | 'points'
    | 'telling'
    | 'questions'
    | 'dimensions'
    | 'overall'
    | 'code'
    | 'posting'
    | 'places'
  /** What holds when it does, as a sentence. */
  says: string
  /** `unknown`: the export does not hold what it takes to tell. */
  outcome: 'holds' | 'broken' | 'unknown'
  /** What does not fit, each as a sentence; for `unknown` what is not there. */
  findings: string[]
}

/** A check that is broken where there are findings. */
export function toCheck(id: Check['id'], says: string, findings: readonly string[]): Check {
  return { id, says, outcome: findings.length > 0 ? 'broken' : 'holds', findings: [...new Set(findings)] }
}
