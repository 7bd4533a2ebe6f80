import type { Context } from 'hono'
import { toMarkdown } from '../domain/report/to-markdown.ts'
import type { Report } from '../domain/report/report.ts'
import { admit } from './admit.ts'
import { visitorOf } from './context.ts'
import type { Dependencies } from './dependencies.ts'
import { printReport } from './usecases/print-report.ts'

/** Sends a report as `md`, as `pdf`, or for any other format as signed JSON. */
export async function sendReport(c: Context, dependencies: Dependencies, report: Report, format: string) {
  const name = `filename="offhook-${report.id}.${format}"`
  switch (format) {
    case 'md':
      return c.body(toMarkdown(report), 200, {
        'content-type': 'text/markdown; charset=utf-8',
        'content-disposition': `attachment; ${name}`,
      })
    case 'pdf':
      await admit(dependencies, 'print', visitorOf(c, dependencies))
      return c.body(await printReport(dependencies, report), 200, {
        'content-type': 'application/pdf',
        'content-disposition': `inline; ${name}`,
      })
    default:
      return c.json(dependencies.signer.sign(report), 200, { 'content-disposition': `inline; ${name}` })
  }
}
