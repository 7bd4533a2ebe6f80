import type { APIRoute } from 'astro'
import { readForm } from '../../../site/read-form.ts'
import { seeOther } from '../../../site/see-other.ts'
import { Practise } from '../../../wire/practise.ts'

/** The forms below a report, without JavaScript: opens the new session's plan, or shows the report again and says why not. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { id = '' } = params
  const report = `/report/${encodeURIComponent(id)}`
  const form = await readForm(request)
  const wanted = Practise.safeParse(form ? Object.fromEntries(form) : {})
  if (!wanted.success) return seeOther(`${report}?problem=invalid#again`)
  const outcome = await locals.services.practise(id, wanted.data, request.headers.get('cookie'))
  if (!outcome) return seeOther(report)
  return seeOther(
    outcome.ok ? `/session/${outcome.value.id}` : `${report}?problem=${outcome.fault.code}#again`,
  )
}

export const GET: APIRoute = ({ params }) => seeOther(`/report/${encodeURIComponent(params['id'] ?? '')}`)
