/** Prints the milliseconds of the first report PDF of this process, or of the first plain one: node bench/first-pdf.ts [plain] */
import { readFileSync } from 'node:fs'
import type { ReportView } from '../src/domain/report/view/report-view.ts'

const [, , path = '', kind] = process.argv
const { view, lines } = JSON.parse(readFileSync(path, 'utf8')) as { view: ReportView; lines: string[] }
const start = performance.now()
if (kind === 'plain') {
  const { documentFonts, plainPdf } = await import('./plain-pdf.ts')
  await plainPdf(lines, documentFonts().get('InstrumentSans_400Regular.ttf'))
} else {
  const { createTypstPrinter } = await import('../src/documents/drivers/typst.ts')
  await createTypstPrinter('.build/documents').toPdf(view)
}
console.log(performance.now() - start)
