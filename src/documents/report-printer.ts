import type { ReportView } from '../domain/report/view/report-view.ts'

/** Makes documents of reports. */
export interface ReportPrinter {
  /**
   * The report as a PDF: tagged, fonts included, nothing in it active. The same view gives the same bytes.
   * A character that no font here can draw is written as its code point, as in [U+4F60].
   */
  toPdf(view: ReportView): Promise<Uint8Array<ArrayBuffer>>
}
