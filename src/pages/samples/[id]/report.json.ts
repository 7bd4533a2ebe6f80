import type { APIRoute } from 'astro'

/** The JSON export of a sample, signed by the site that serves it. */
export const GET: APIRoute = ({ params, locals }) => {
  const report = locals.services.signedSample(params['id'] ?? '')
  if (!report) return new Response(null, { status: 404 })
  return Response.json(report, { headers: { 'cache-control': 'public, max-age=300' } })
}
