import type { Finder } from '../grading/finder.ts'
import type { ProposalFailure } from '../grading/proposal.ts'
import type { SessionState } from '../interview/state.ts'
import type { Report } from './report.ts'

const REASONS: Record<ProposalFailure, string> = {
  timeout: 'did not answer in time',
  refused: 'refused to answer',
  'rate-limited': 'had no room for more requests',
  invalid: 'gave answers that could not be read',
  unreachable: 'could not be reached',
}

/** Who found the evidence, and whether it was all that was to be used. */
export function graderOf(
  { proposals = {}, proposer }: SessionState,
  { name, version }: Finder,
): Pick<Report['grader'], 'finder' | 'version' | 'degraded'> {
  if (!proposer) return { finder: name, version }
  const { model, failed } = proposer
  const degraded = failed
    ? {
        degraded: `The language model ${REASONS[failed]}. What it had not read was graded by the ${name} finder alone.`,
      }
    : {}
  if (Object.keys(proposals).length === 0) return { finder: name, version, ...degraded }
  return { finder: 'model', version: `${proposer.version} (${model}, ${name} ${version})`, ...degraded }
}
