import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { ClientEvent, EventAccepted, TakeTurn } from '../../wire/sessions.ts'
import { ownerOf } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { toSse } from '../to-sse.ts'
import { recordEvent } from '../usecases/record-event.ts'
import { takeTurn } from '../usecases/take-turn.ts'
import { json, jsonBody, refusals, sessionParams } from './route-parts.ts'

const turn = createRoute({
  method: 'post',
  path: '/sessions/{id}/turns',
  summary: 'Say something and be answered',
  request: { params: sessionParams, body: jsonBody(TakeTurn) },
  responses: {
    200: {
      description: 'say, snippet, lines, section and hint events, then done',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...refusals,
  },
})

const event = createRoute({
  method: 'post',
  path: '/sessions/{id}/events',
  summary: 'Hold, mark, note, selected lines, interruption, absence, survey, correction',
  request: { params: sessionParams, body: jsonBody(ClientEvent) },
  responses: { 200: json('The state after it', EventAccepted), ...refusals },
})

/** Turns and everything else that happens during an interview. */
export function addTurnRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.openapi(turn, async (c) => {
    const { id: sessionId } = c.req.valid('param')
    const frames = await takeTurn(dependencies, sessionId, ownerOf(c, dependencies), c.req.valid('json'))
    const stream = frames.map((frame) => toSse(frame.event, frame.data)).join('')
    return c.body(stream, 200, { 'content-type': 'text/event-stream; charset=utf-8' })
  })
  app.openapi(event, async (c) => {
    const { id: sessionId } = c.req.valid('param')
    return c.json(
      await recordEvent(dependencies, sessionId, ownerOf(c, dependencies), c.req.valid('json')),
      200,
    )
  })
}
