import { composeLibrary, type Library } from '../api/compose-library.ts'
import { parseEnv } from '../api/env.ts'
import { playReport } from '../api/usecases/play-report.ts'
import { printReport } from '../api/usecases/print-report.ts'
import type { BankSample } from '../domain/catalog/bank.ts'
import type { Report } from '../domain/report/report.ts'
import { codeOf } from '../domain/report/view/code-of.ts'
import { reportView } from '../domain/report/view/report-view.ts'
import type { ReportView } from '../domain/report/view/report-view.ts'
import { highlightedLines } from './highlighted-lines.ts'

export interface SampleReport {
  sample: BankSample
  report: Report
  view: ReportView
  toPdf(): Promise<Uint8Array<ArrayBuffer>>
}

let made: SampleReport[] | undefined

/**
 * The sample interviews played by the real director and graded like everybody's, in the order of the list.
 * @throws Error when a script no longer fits what the interviewer asks
 */
export function sampleReports(): SampleReport[] {
  made ??= makeReports(composeLibrary(parseEnv(process.env)))
  return made
}

function makeReports(library: Library): SampleReport[] {
  const { bank } = library
  return bank.samples
    .toSorted((a, b) => a.order - b.order)
    .map((sample) => {
      const report = playReport(library, sample)
      return {
        sample,
        report,
        view: reportView(report, codeOf(report, bank.snippets, highlightedLines)),
        toPdf: () => printReport(library, report),
      }
    })
}
