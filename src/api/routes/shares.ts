import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { SharedParts, ShareLink, ShareLinks } from '../../wire/share.ts'
import { Report } from '../../domain/report/report.ts'
import { ownerOf } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { sendAudio } from '../send-audio.ts'
import { sendReport } from '../send-report.ts'
import { listShares } from '../usecases/list-shares.ts'
import { openShared } from '../usecases/open-shared.ts'
import { openSharedRecording } from '../usecases/open-shared-recording.ts'
import { revokeShares } from '../usecases/revoke-shares.ts'
import { shareReport } from '../usecases/share-report.ts'
import { ConversationId } from '../../wire/sessions.ts'
import { json, jsonBody, refusals, sessionParams } from './route-parts.ts'

const share = createRoute({
  method: 'post',
  path: '/reports/{id}/share',
  summary: 'Make a link by which anybody can read the report, with the parts chosen',
  request: { params: sessionParams, body: jsonBody(SharedParts) },
  responses: { 201: json('The link', ShareLink), ...refusals },
})
const list = createRoute({
  method: 'get',
  path: '/reports/{id}/share',
  summary: 'The links of a report, oldest first',
  request: { params: sessionParams },
  responses: { 200: json('The links', ShareLinks), ...refusals },
})
const revoke = createRoute({
  method: 'delete',
  path: '/reports/{id}/share',
  summary: 'Make all links of a report worthless, or the one named',
  request: { params: sessionParams, query: z.object({ shareId: z.string().max(80).optional() }) },
  responses: { 204: { description: 'Revoked' }, ...refusals },
})
const linkParams = z.object({ link: z.string().max(80) })
const open = createRoute({
  method: 'get',
  path: '/shared/{link}/{file}',
  summary: 'A shared report as JSON, Markdown or PDF, without the parts that were left out',
  request: { params: linkParams.extend({ file: z.enum(['report.json', 'report.md', 'report.pdf']) }) },
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
const play = createRoute({
  method: 'get',
  path: '/shared/{link}/recording',
  summary: 'The recording of a shared report, where it goes along',
  request: { params: linkParams, query: z.object({ call: ConversationId.optional() }) },
  responses: {
    200: { description: 'All of it', content: { 'audio/wav': { schema: z.string() } } },
    206: { description: 'A part of it', content: { 'audio/wav': { schema: z.string() } } },
    ...refusals,
  },
})

/** Sharing a report, and what a link shows to who has it. */
export function addShareRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.use('/shared/*', async (c, next) => {
    await next()
    c.header('x-robots-tag', 'noindex')
  })
  app.openapi(share, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await shareReport(dependencies, id, ownerOf(c, dependencies), c.req.valid('json')), 201)
  })
  app.openapi(list, async (c) => {
    const { id } = c.req.valid('param')
    return c.json({ links: await listShares(dependencies, id, ownerOf(c, dependencies)) }, 200)
  })
  app.openapi(revoke, async (c) => {
    const { id } = c.req.valid('param')
    await revokeShares(dependencies, id, ownerOf(c, dependencies), c.req.valid('query').shareId)
    return c.body(null, 204)
  })
  app.openapi(play, async (c) => {
    const { link } = c.req.valid('param')
    return sendAudio(c, await openSharedRecording(dependencies, link, c.req.valid('query').call))
  })
  app.openapi(open, async (c) => {
    const { link, file } = c.req.valid('param')
    const { report } = await openShared(dependencies, link)
    return sendReport(c, dependencies, report, file.split('.')[1] ?? 'json')
  })
}
