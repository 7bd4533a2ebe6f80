import type { APIRoute } from 'astro'

/** The public key that exported reports are signed with, as a JSON Web Key Set (RFC 7517, RFC 8037). */
export const GET: APIRoute = ({ locals }) => {
  return Response.json(
    { keys: [locals.services.signingKey] },
    { headers: { 'cache-control': 'public, max-age=300' } },
  )
}
