import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { ConversationId } from '../../wire/sessions.ts'
import { ownerOf } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { sendAudio } from '../send-audio.ts'
import { openRecording } from '../usecases/open-recording.ts'
import { storeChunk } from '../usecases/store-chunk.ts'
import { refusals, sessionParams } from './route-parts.ts'

/** Eight seconds of telephone audio. */
const LARGEST_CHUNK = 64 * 1024
const audio = z.string().openapi({ format: 'binary' })

const store = createRoute({
  method: 'post',
  path: '/sessions/{id}/recording',
  summary: 'Keep a piece of the candidate’s voice: mu-law, 8 kHz, one channel, 64 KB at most',
  request: {
    params: sessionParams,
    query: z.object({
      /** When the piece begins, in milliseconds since the interview started. */
      startMs: z.coerce.number().int().nonnegative().max(99_999_999),
    }),
    body: { required: true, content: { 'audio/basic': { schema: audio } } },
  },
  responses: { 204: { description: 'Kept; the same piece again changes nothing' }, ...refusals },
})

const play = createRoute({
  method: 'get',
  path: '/sessions/{id}/recording',
  summary: 'What was recorded, in parts when a Range is asked for',
  request: { params: sessionParams, query: z.object({ call: ConversationId.optional() }) },
  responses: {
    200: {
      description: 'All of it',
      content: { 'audio/wav': { schema: audio }, 'audio/mpeg': { schema: audio } },
    },
    206: { description: 'A part of it', content: { 'audio/wav': { schema: audio } } },
    ...refusals,
  },
})

/** Recordings: pieces of voice going in, one file coming out. They are not JSON, so they stand before that check. */
export function addRecordingRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  const tooLarge = () => {
    throw new Fault('too-large', 'The piece is larger than 64 KB.', 'Send pieces of eight seconds at most.')
  }
  app.post('/sessions/:id/recording', bodyLimit({ maxSize: LARGEST_CHUNK, onError: tooLarge }))
  app.openapi(store, async (c) => {
    if (c.req.header('content-type') !== 'audio/basic') {
      throw new Fault('not-audio', 'The content-type is not audio/basic.')
    }
    const { id } = c.req.valid('param')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    await storeChunk(dependencies, id, ownerOf(c, dependencies), c.req.valid('query').startMs, bytes)
    return c.body(null, 204)
  })
  app.openapi(play, async (c) => {
    const { id } = c.req.valid('param')
    const opened = await openRecording(dependencies, id, ownerOf(c, dependencies), c.req.valid('query').call)
    return sendAudio(c, opened)
  })
}
