import type { RawSnippet } from '../../src/bank/read-snippets.ts'
import type { FailedCheck, ProofRun } from './run-proofs.ts'

/** What went wrong in a proof, a line for each issue or trap, with its place in the code and what to do. */
export function sayProof({ id, failed, broken }: ProofRun, snippet: RawSnippet): string[] {
  const at = `snippets/${id}`
  if (broken) return [`${at}/proof.test.ts: ${broken}`]
  const bySubject = Map.groupBy(failed, subjectOf)
  return [...bySubject].map(([subject, checks]) => {
    const [first] = checks
    const place = placeOf(subject, snippet)
    const more = checks.length > 1 ? ` (and ${checks.length - 1} more)` : ''
    return `${at}: ${place}: ${first ? sayCheck(first) : ''}${more}`
  })
}

/** The issue or trap that a check is about. */
function subjectOf({ group, check }: FailedCheck): string {
  if (group.startsWith('fixed: ')) return check
  return group.replace(/^trap /, '') || check
}

function placeOf(subject: string, { issues, traps, code }: RawSnippet): string {
  const issue = issues.find(({ id }) => id === subject)
  if (issue) return `issue ${subject} (${code} line ${issue.lines[0]})`
  const trap = traps.find(({ id }) => id === subject)
  return trap ? `trap ${subject} (${code} line ${trap.lines[0]})` : subject
}

function sayCheck({ group, check, said }: FailedCheck): string {
  if (!said.includes("'FAIL'") && !said.includes("'pass'"))
    return `${group ? `${group}: ` : ''}${check}: ${said}`
  if (group.startsWith('fixed: ')) {
    return said.includes("to be 'FAIL'")
      ? `with ${group} the proof does not fail for the stated reason: make it see the bug, or correct its symptom`
      : `with ${group} the proof still fails: the fix does not mend it, or the proof asks for more`
  }
  if (check.startsWith('also right'))
    return `${check}: the proof refuses it: it must hold for every right fix`
  if (check.startsWith('not enough')) return `${check}: the proof accepts it: it must catch this wrong fix`
  return `${check}: it does not: mend the code, the change or the proof`
}
