import { parseArgs } from 'node:util'
import { gradeInterview } from './session/grade-interview.ts'
import { readSources } from './session/read-sources.ts'
import { readInterviews } from './session/read-interviews.ts'
import { sayOutcome } from './session/say-outcome.ts'
import { sumOutcomes } from './session/sum-outcomes.ts'

/**
 * `session DIR... [--sealed]`: grades recorded interviews and compares with what a fair human reader expects. Says of
 * sealed ones how they did as a whole, and what exactly only when asked to.
 */
export function session(args: string[]): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { sealed: { type: 'boolean', default: false } },
  })
  const sources = readSources()
  const folders = positionals.length > 0 ? positionals : ['evals/sessions']
  const outcomes = folders.flatMap(readInterviews).map((interview) => gradeInterview(interview, sources))
  for (const outcome of outcomes)
    if (values.sealed || !outcome.sealed) console.log(`${sayOutcome(outcome).join('\n')}\n`)
  const open = outcomes.filter(({ sealed }) => !sealed)
  const sealed = outcomes.filter((outcome) => outcome.sealed)
  const sums = { ...sumOutcomes(outcomes), open: sumOutcomes(open), sealed: sumOutcomes(sealed) }
  console.log(JSON.stringify(sums))
  return Promise.resolve()
}
