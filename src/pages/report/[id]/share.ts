import type { APIRoute } from 'astro'
import { readForm } from '../../../site/read-form.ts'
import { seeOther } from '../../../site/see-other.ts'

/** The forms about links below a report, without JavaScript: makes one, or takes one or all of them back. */
export const POST: APIRoute = async ({ params, request, locals }) => {
  const { id = '' } = params
  const { account } = locals.services
  const cookie = request.headers.get('cookie')
  const report = `/report/${encodeURIComponent(id)}`
  const form = await readForm(request, 4096)
  if (!form) return seeOther(`${report}?share=refused#share`)
  const revoked = form.get('revoke')
  const parts = { posting: form.has('posting'), audio: form.has('audio'), notes: form.has('notes') }
  const outcome =
    typeof revoked === 'string'
      ? await account.revoke(id, revoked === 'all' ? undefined : revoked, cookie)
      : await account.share(id, parts, cookie)
  return seeOther(outcome && !outcome.ok ? `${report}?share=refused#share` : `${report}#share`)
}

export const GET: APIRoute = ({ params }) => seeOther(`/report/${encodeURIComponent(params['id'] ?? '')}`)
