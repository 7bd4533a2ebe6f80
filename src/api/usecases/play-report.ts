import type { BankSample } from '../../domain/catalog/bank.ts'
import { playSample } from '../../domain/interview/play-sample.ts'
import { sampleSources } from '../../domain/interview/sample-sources.ts'
import { buildReport } from '../../domain/report/build-report.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Library } from '../compose-library.ts'

/** Played before, by the sample. */
const played = new WeakMap<BankSample, Report>()

/**
 * The report of a sample interview, played by the real director and graded like everybody's; the same every time.
 * @throws Error when its script no longer fits what the interviewer asks
 */
export function playReport({ bank: whole }: Pick<Library, 'bank'>, sample: BankSample): Report {
  const known = played.get(sample)
  if (known) return known
  const { bank, finder } = sampleSources(whole)
  const { state } = playSample(sample, { bank, finder })
  const endedAt = new Date(state.createdAt + state.lastAt).toISOString()
  const report = buildReport(state, bank, finder, endedAt, sample.id)
  played.set(sample, report)
  return report
}
