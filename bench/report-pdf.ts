import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTypstPrinter } from '../src/documents/drivers/typst.ts'
import { readPdf } from '../src/documents/drivers/read-pdf.ts'
import type { ReportView } from '../src/domain/report/view/report-view.ts'
import { sampleReports } from '../src/site/sample-reports.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { documentFonts, plainPdf } from './plain-pdf.ts'

const ROUNDS = 9

/** A report and the lines of text that its PDF holds. */
interface Job {
  view: ReportView
  lines: string[]
}

/**
 * P10: CPU time of a sample report's PDF over plain pdfkit with the same text, our font included and with the standard
 * Helvetica, rounds interleaved over the three samples; and the first call of a process over pdfkit's first.
 */
export async function measureReportPdf(): Promise<Figure[]> {
  const printer = createTypstPrinter('.build/documents')
  const jobs = await Promise.all(
    sampleReports().map(async ({ view }): Promise<Job> => {
      const { lines } = await readPdf(await printer.toPdf(view))
      return { view, lines }
    }),
  )
  const font = documentFonts().get('InstrumentSans_400Regular.ttf')
  const ours = ({ view }: Job) => printer.toPdf(view)
  const withFont = ({ lines }: Job) => plainPdf(lines, font)
  const plain = ({ lines }: Job) => plainPdf(lines)
  const times = await interleave(jobs, [ours, withFont, plain])
  const [own = [], included = [], standard = []] = times
  const [first] = jobs
  if (!first) throw new Error('there is no sample')
  const path = join(mkdtempSync(join(tmpdir(), 'offhook-bench-')), 'job.json')
  writeFileSync(path, JSON.stringify(first))
  const firsts = Array.from({ length: 5 }, () => [firstCall(path), firstCall(path, 'plain')] as const)
  return [
    figure('P10', 'report PDF over plain pdfkit, same text and font', own, included),
    figure('P10-standard', 'report PDF over plain pdfkit, standard font', own, standard),
    figure(
      'P10-first',
      'first report PDF of a process over pdfkit’s first',
      firsts.map(([value]) => value),
      firsts.map(([, baseline]) => baseline),
    ),
  ]
}

type Run = (job: Job) => Promise<unknown>

/** CPU milliseconds of each run by round, every run once a round, after one round to warm up. */
async function interleave(jobs: readonly Job[], runs: readonly Run[]): Promise<number[][]> {
  const times: number[][] = runs.map(() => [])
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const job of jobs)
      for (const [index, run] of runs.entries()) {
        const before = process.cpuUsage()
        await run(job)
        const { user, system } = process.cpuUsage(before)
        if (round >= 0) times[index]?.push((user + system) / 1000)
      }
  }
  return times
}

function firstCall(path: string, kind?: string): number {
  const args = ['bench/first-pdf.ts', path, ...(kind ? [kind] : [])]
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }))
}

function figure(id: string, what: string, values: number[], baselines: number[]): Figure {
  const ratios = values.map((value, index) => value / (baselines[index] ?? Number.NaN))
  return {
    id,
    what,
    value: median(values),
    baseline: median(baselines),
    ratio: median(ratios),
    goal: 1.5,
    aim: 0.5,
    unit: 'ms',
  }
}
