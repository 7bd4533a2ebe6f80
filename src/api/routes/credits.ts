import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { AskCheckout, CheckoutOpened, Credits } from '../../wire/credits.ts'
import { FaultBody } from '../../wire/fault.ts'
import { ownerOf, ownerOrNew } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { openCheckout } from '../usecases/open-checkout.ts'
import { viewCredits } from '../usecases/view-credits.ts'
import { json, jsonBody, refusals } from './route-parts.ts'

const checkout = createRoute({
  method: 'post',
  path: '/checkout',
  summary: 'Open a page where credits can be paid',
  request: { body: jsonBody(AskCheckout) },
  responses: {
    200: json('Where to pay', CheckoutOpened),
    ...refusals,
    502: json('The seller refused: see the server’s log', FaultBody),
  },
})

const view = createRoute({
  method: 'get',
  path: '/credits',
  summary: 'Own credits, what became of them, and what can be bought',
  responses: { 200: json('The account', Credits) },
})

/** What a buyer has, and where to buy. */
export function addCreditRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.openapi(checkout, async (c) => {
    const ownerId = ownerOrNew(c, dependencies)
    const url = await openCheckout(dependencies, ownerId, c.req.valid('json'), new URL(c.req.url).origin)
    return c.json({ url }, 200)
  })
  app.openapi(view, async (c) => c.json(await viewCredits(dependencies, ownerOf(c, dependencies)), 200))
}
