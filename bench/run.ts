import { measureBargeIn } from './barge-in.ts'
import { measureAfterJoin } from './after-join.ts'
import { measureColdStart } from './cold-start.ts'
import { measureHeldStreams } from './held-streams.ts'
import { measureStoreTrips } from './store-trips.ts'
import { measureTurnCpu } from './turn-cpu.ts'
import { measureBuild } from './build-pages.ts'
import type { Figure } from './figure.ts'
import { measureGrading } from './grading.ts'
import { measureHighlighting } from './highlighting.ts'
import { measureJdReading } from './jd-reading.ts'
import { measurePageWeight } from './page-weight.ts'
import { measureReportPdf } from './report-pdf.ts'
import { measureRestart } from './restart.ts'
import { measureSpeech } from './speech.ts'
import { measureTurns } from './turns.ts'

const suites = [
  measureTurns,
  measureTurnCpu,
  measureHeldStreams,
  measureStoreTrips,
  measurePageWeight,
  measureAfterJoin,
  measureBargeIn,
  measureHighlighting,
  measureJdReading,
  measureGrading,
  measureReportPdf,
  measureRestart,
  measureColdStart,
  measureBuild,
  measureSpeech,
]
/** `npm run bench -- NAME...` measures only the suites that are named, as in `speech`. */
const wanted = process.argv.slice(2).map((name) => name.toLowerCase())
const chosen = suites.filter(
  ({ name }) => wanted.length === 0 || wanted.includes(name.slice(7).toLowerCase()),
)
const figures: Figure[] = []
for (const measure of chosen) figures.push(...(await measure()))

const round = (number: number) => Number(number.toPrecision(3))
console.table(
  figures.map(({ id, what, value, baseline, ratio, goal, aim, unit }) => ({
    id,
    what,
    value: `${round(value)} ${unit}`,
    baseline: baseline === null ? '' : `${round(baseline)} ${unit}`,
    ratio: round(ratio),
    goal,
    aim,
    met: ratio <= aim ? 'aim' : ratio <= goal ? 'goal' : 'no',
  })),
)
const json = figures.map(({ id, value, baseline, ratio, goal, unit }) => [
  id,
  { value, baseline, ratio, goal, unit },
])
console.log(JSON.stringify(Object.fromEntries(json)))
