import type { APIRoute } from 'astro'
import { seeOther } from '../site/see-other.ts'
import { AskCheckout } from '../wire/credits.ts'

/** Where the browser comes back to when it has paid: on to the session it left, or to the purchases. */
export const GET: APIRoute = async ({ url, locals }) => {
  await locals.services.credits.claim('account', url.searchParams)
  const session = AskCheckout.shape.sessionId.safeParse(url.searchParams.get('session') ?? undefined)
  return seeOther(session.data ? `/session/${session.data}` : '/purchases?paid')
}
