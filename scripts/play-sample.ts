/**
 * Plays a sample interview as far as its script goes and prints it, with what is asked next: the tool for writing one.
 * npm run sample -- <id>
 */
import { parseArgs } from 'node:util'
import { readBank } from '../src/bank/read-bank.ts'
import { playSample } from '../src/domain/interview/play-sample.ts'
import { sampleSources } from '../src/domain/interview/sample-sources.ts'
import { buildReport } from '../src/domain/report/build-report.ts'
import { formatClock } from '../src/domain/report/format-clock.ts'
import { toMarkdown } from '../src/domain/report/to-markdown.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const raw = readBank('src/content')
const whole = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const sample = whole.samples.find(({ id }) => id === positionals[0])
if (!sample)
  throw new Error(`There is no sample ${positionals[0]}: ${whole.samples.map(({ id }) => id).join(', ')}`)

const { bank, finder } = sampleSources(whole)
const { state } = playSample(sample, { bank, finder })
for (const { speaker, text, startMs, section } of state.transcript) {
  console.log(
    `\n${section} ${formatClock(startMs)} ${speaker === 'agent' ? 'INTERVIEWER' : 'CANDIDATE'}\n${text}`,
  )
}
const { plan, current, phase } = state
console.log(`\nplanned: ${JSON.stringify(plan?.sections)}`)
console.log(
  phase === 'live' ? `\nnext: to: ${current?.questionId}/${current?.askId}` : `\nthe interview is ${phase}`,
)
if (phase === 'closed')
  console.log(`\n${toMarkdown(buildReport(state, bank, finder, sample.heldAt, sample.id))}`)
