import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { takeOrderNotice } from '../usecases/take-order-notice.ts'
import { takeCallNotice } from '../usecases/take-call-notice.ts'
import { json, refusals } from './route-parts.ts'

/** An hour's conversation as MP3 in base64, at 48 kbit/s. A longer one is fetched instead. */
const LARGEST_NOTICE = 30 * 1024 * 1024

const elevenLabs = createRoute({
  method: 'post',
  path: '/webhooks/elevenlabs',
  summary: 'What ElevenLabs tells of a conversation that is over, signed by ElevenLabs-Signature',
  responses: {
    200: json(
      'Taken, or of no interest; the same again changes nothing',
      z.object({ received: z.literal(true) }),
    ),
    401: json('Not signed by ElevenLabs, or not lately', z.unknown()),
    ...refusals,
  },
})

/** An order has some 3 KB. */
const LARGEST_ORDER = 256 * 1024

const lemonSqueezy = createRoute({
  method: 'post',
  path: '/webhooks/lemonsqueezy',
  summary: 'What Lemon Squeezy tells of an order, signed by X-Signature',
  responses: {
    200: json(
      'Kept, or of no interest; the same again changes nothing',
      z.object({ received: z.literal(true) }),
    ),
    401: json('Not signed by Lemon Squeezy', z.unknown()),
    ...refusals,
  },
})

/** Webhooks. Their signatures are over the bytes as sent and they may be large, so they stand before all other checks. */
export function addWebhookRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  const { readCallNotice, now } = dependencies
  const tooLarge = () => {
    throw new Fault(
      'too-large',
      'The notice is larger than 30 MB.',
      'Its audio is fetched when it is wanted.',
    )
  }
  app.post('/webhooks/elevenlabs', bodyLimit({ maxSize: LARGEST_NOTICE, onError: tooLarge }))
  app.openapi(elevenLabs, async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const read = readCallNotice(body, c.req.header('elevenlabs-signature'), now())
    if (!read.ok) {
      throw read.why === 'unsigned'
        ? new Fault('unsigned', 'The signature does not fit the body, or is not of now.')
        : new Fault('invalid', `${read.field}: does not fit.`)
    }
    await takeCallNotice(dependencies, read.notice)
    return c.json({ received: true as const }, 200)
  })
  const orderTooLarge = () => {
    throw new Fault('too-large', 'The notice is larger than 256 KB.', 'Send one order at a time.')
  }
  app.post('/webhooks/lemonsqueezy', bodyLimit({ maxSize: LARGEST_ORDER, onError: orderTooLarge }))
  app.openapi(lemonSqueezy, async (c) => {
    const body = new Uint8Array(await c.req.arrayBuffer())
    const read = dependencies.payments.readNotice(body, c.req.header('x-signature'))
    if (!read.ok) {
      throw read.why === 'unsigned'
        ? new Fault('unsigned', 'The signature does not fit the body.')
        : new Fault('invalid', `${read.field}: does not fit.`)
    }
    await takeOrderNotice(dependencies, read.notice)
    return c.json({ received: true as const }, 200)
  })
}
