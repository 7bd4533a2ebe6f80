import type { APIRoute } from 'astro'
import { readEuros } from '../../site/read-euros.ts'
import { readForm } from '../../site/read-form.ts'
import { seeOther } from '../../site/see-other.ts'

/** What the operator spent on finding candidates, counted for today. */
export const POST: APIRoute = async ({ request, locals }) => {
  const { operator } = locals.services
  if (!operator) return new Response(null, { status: 404 })
  const typed = (await readForm(request, 4096))?.get('euros')
  const cents = typeof typed === 'string' ? readEuros(typed) : null
  const added = cents !== null && (await operator.enterSpend(cents, request.headers.get('cookie')))
  return seeOther(added ? '/operator#spend' : '/operator?refused#spend')
}
