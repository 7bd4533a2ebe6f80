import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { AskVoiceAccess, VoiceAccess } from '../../wire/voice.ts'
import { admit } from '../admit.ts'
import { ownerOf, visitorOf } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { voiceAccess } from '../usecases/voice-access.ts'
import { FaultBody } from '../../wire/fault.ts'
import { json, jsonBody, refusals } from './route-parts.ts'

const access = createRoute({
  method: 'post',
  path: '/voice/access',
  summary: 'Choose how an interview is held, and get what the browser needs for it',
  request: { body: jsonBody(AskVoiceAccess) },
  responses: {
    200: json('The engine, and what opens it', VoiceAccess),
    ...refusals,
    502: json('The service refused: see the server’s log', FaultBody),
  },
})

/** What a browser needs to hold an interview by voice. */
export function addVoiceRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.openapi(access, async (c) => {
    const asked = c.req.valid('json')
    if (asked.engine === 'elevenlabs') await admit(dependencies, 'call', visitorOf(c, dependencies))
    return c.json(await voiceAccess(dependencies, ownerOf(c, dependencies), asked), 200)
  })
}
