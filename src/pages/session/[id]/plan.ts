import type { APIRoute } from 'astro'
import { readPlanForm } from '../../../site/read-plan-form.ts'
import { seeOther } from '../../../site/see-other.ts'

/** The correction form of the plan, without JavaScript: changes the plan and shows it again, or says why not. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { id = '' } = params
  const cookie = request.headers.get('cookie')
  const session = await locals.services.getSession(id, cookie)
  if (!session) return new Response(null, { status: 404 })
  const correction = readPlanForm(await request.formData(), session.plan)
  if (!correction) return seeOther(`/session/${id}?problem=invalid`)
  const outcome = await locals.services.correctPlan(id, correction, cookie)
  if (!outcome) return new Response(null, { status: 404 })
  return seeOther(outcome.ok ? `/session/${id}#plan` : `/session/${id}?problem=${outcome.fault.code}`)
}
