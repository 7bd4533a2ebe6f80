import type { Report } from '../../domain/report/report.ts'
import { codeOf } from '../../domain/report/view/code-of.ts'
import { plainLines } from '../../domain/report/view/plain-lines.ts'
import { reportView } from '../../domain/report/view/report-view.ts'
import type { Dependencies } from '../dependencies.ts'

/** A report as a PDF, with the code it is about. */
export function printReport(
  { bank, printer }: Pick<Dependencies, 'bank' | 'printer'>,
  report: Report,
): Promise<Uint8Array<ArrayBuffer>> {
  return printer.toPdf(reportView(report, codeOf(report, bank.snippets, plainLines)))
}
