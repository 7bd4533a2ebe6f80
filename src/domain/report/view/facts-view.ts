import { sectionNames } from '../../interview/section-names.ts'
import type { Report } from '../report.ts'
import { spreadWords } from '../spread-words.ts'
import { reportLength } from './report-length.ts'

/** Something about an interview that is no finding. */
export interface Fact {
  name: string
  value: string
}

const LEVELS = { senior: 'Senior', mid: 'Mid, with coaching. Scored on the senior bar' }

/** What stands beside the verdict: what was rehearsed, how long it was, who graded, and what limits the report. */
export function factsView(report: Report): Fact[] {
  const { finder, version, spread, degraded } = report.grader
  const grader = `${finder}, version ${version}`
  const length = reportLength(report)
  return [
    { name: 'Track', value: report.track.name },
    { name: 'Bar', value: LEVELS[report.level] },
    ...(length === '' ? [] : [{ name: 'Length', value: `${length}, pauses included` }]),
    ...notReached(report),
    {
      name: 'Grader',
      value: spread === undefined ? grader : `${grader}. ±${spread} with ${spreadWords(report.grader)}`,
    },
    ...(degraded === undefined ? [] : [{ name: 'Limits', value: degraded }]),
    ...correctedFact(report),
  ]
}

/** That it is no longer as it was first graded. */
function correctedFact({ corrections = [] }: Report): Fact[] {
  const count = corrections.length
  if (count === 0) return []
  const times = count === 1 ? 'Once' : `${count} times`
  return [{ name: 'Corrected', value: `${times} by the candidate. Both texts stand above the transcript` }]
}

/** The sections that the interview ended before. */
function notReached({ transcript }: Report): Fact[] {
  const reached = new Set(transcript.map(({ section }) => section))
  const open = (['A', 'B', 'C', 'D'] as const).filter((id) => !reached.has(id))
  if (reached.size === 0 || open.length === 0) return []
  return [{ name: 'Not reached', value: open.map((id) => `${id} ${sectionNames[id]}`).join(', ') }]
}
