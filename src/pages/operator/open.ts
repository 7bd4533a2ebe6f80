import type { APIRoute } from 'astro'
import { readForm } from '../../site/read-form.ts'
import { seeOther } from '../../site/see-other.ts'

/** The token typed by the operator: opens the page for this browser, or says that it was another. */
export const POST: APIRoute = async ({ request, locals }) => {
  const { operator } = locals.services
  if (!operator) return new Response(null, { status: 404 })
  const token = (await readForm(request, 4096))?.get('token')
  const entry = typeof token === 'string' ? operator.open(token) : undefined
  return entry ? seeOther('/operator', entry) : seeOther('/operator?refused')
}
