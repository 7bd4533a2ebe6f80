import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { Report } from '../../domain/report/report.ts'
import { Practise } from '../../wire/practise.ts'
import { SessionCreated } from '../../wire/sessions.ts'
import { ownerOf } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendReport } from '../send-report.ts'
import { toSse } from '../to-sse.ts'
import { finishSession } from '../usecases/finish-session.ts'
import { practise } from '../usecases/practise.ts'
import { readReport } from '../usecases/read-report.ts'
import { json, jsonBody, refusals, sessionParams } from './route-parts.ts'

const finish = createRoute({
  method: 'post',
  path: '/sessions/{id}/finish',
  summary: 'End the interview and grade it',
  request: { params: sessionParams },
  responses: {
    200: {
      description:
        'The report, the same again when repeated; with progress for an Accept of text/event-stream',
      content: { 'application/json': { schema: Report }, 'text/event-stream': { schema: z.string() } },
    },
    ...refusals,
  },
})

const read = createRoute({
  method: 'get',
  path: '/reports/{file}',
  summary: 'The report as JSON (default), Markdown (.md) or PDF (.pdf)',
  request: { params: z.object({ file: z.string().regex(/^[A-Za-z0-9_-]+(\.(json|md|pdf))?$/) }) },
  responses: {
    200: {
      description: 'The report',
      content: {
        'application/json': { schema: Report },
        'text/markdown': { schema: z.string() },
        'application/pdf': { schema: z.string() },
      },
    },
    ...refusals,
  },
})

const again = createRoute({
  method: 'post',
  path: '/reports/{id}/again',
  summary: 'Open a session out of a report: same posting, one question again, or a drill',
  request: { params: sessionParams, body: jsonBody(Practise) },
  responses: { 201: json('The plan of the new session', SessionCreated), ...refusals },
})

/** Finishing a session, reading its report and going on from it. */
export function addReportRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.openapi(finish, async (c) => {
    const { id } = c.req.valid('param')
    const report = dependencies.signer.sign(await finishSession(dependencies, id, ownerOf(c, dependencies)))
    if (!c.req.header('accept')?.includes('text/event-stream')) return c.json(report, 200)
    const stream = [toSse('progress', { done: 1, of: 1 }), toSse('report', report)].join('')
    return c.body(stream, 200, { 'content-type': 'text/event-stream; charset=utf-8' })
  })
  app.openapi(again, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await practise(dependencies, id, ownerOf(c, dependencies), c.req.valid('json')), 201)
  })
  app.openapi(read, async (c) => {
    const [id = '', format = 'json'] = c.req.valid('param').file.split('.')
    const report = await readReport(dependencies, id, ownerOf(c, dependencies))
    return sendReport(c, dependencies, report, format)
  })
}
