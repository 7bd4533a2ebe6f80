import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { json } from './route-parts.ts'

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the server is up, and which content it serves',
  responses: { 200: json('Up', z.object({ ok: z.literal(true), content: z.string() })) },
})

/** Health and the description of the API itself. */
export function addSystemRoutes(app: OpenAPIHono, { bank }: Dependencies): void {
  app.openapi(health, (c) => c.json({ ok: true as const, content: bank.version }, 200))
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: 'Offhook', version: '1' } })
}
