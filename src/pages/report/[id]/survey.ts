import type { APIRoute } from 'astro'
import { readForm } from '../../../site/read-form.ts'
import { readSurveyForm } from '../../../site/read-survey-form.ts'
import { seeOther } from '../../../site/see-other.ts'

/** The survey below a report, without JavaScript: keeps what was answered and shows the report again. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { id = '' } = params
  const report = `/report/${encodeURIComponent(id)}`
  const form = await readForm(request)
  const survey = form && readSurveyForm(form)
  if (!survey) return seeOther(`${report}?survey=refused#survey`)
  if (Object.keys(survey).length === 0) return seeOther(`${report}#survey`)
  const kept = await locals.services.answerSurvey(id, survey, request.headers.get('cookie'))
  return seeOther(kept && !kept.ok ? `${report}?survey=refused#survey` : `${report}#survey`)
}

export const GET: APIRoute = ({ params }) => seeOther(`/report/${encodeURIComponent(params['id'] ?? '')}`)
