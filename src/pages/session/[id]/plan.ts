import type { APIRoute } from 'astro'
import { readForm } from '../../../site/read-form.ts'
import { readPlanForm } from '../../../site/read-plan-form.ts'
import { seeOther } from '../../../site/see-other.ts'

/**
 * The correction form of the plan, without JavaScript: changes the plan and shows it again, or says why not.
 * A session that is not there is left to the page of the plan to say.
 */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { id = '' } = params
  const cookie = request.headers.get('cookie')
  const session = await locals.services.getSession(id, cookie)
  if (!session) return seeOther(`/session/${encodeURIComponent(id)}`)
  const form = await readForm(request)
  const correction = form && readPlanForm(form, session.plan)
  if (!correction) return seeOther(`/session/${id}?problem=invalid`)
  const outcome = await locals.services.correctPlan(id, correction, cookie)
  if (!outcome) return seeOther(`/session/${encodeURIComponent(id)}`)
  return seeOther(outcome.ok ? `/session/${id}#plan` : `/session/${id}?problem=${outcome.fault.code}`)
}
