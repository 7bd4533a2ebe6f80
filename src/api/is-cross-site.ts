/**
 * Whether a request that would change something was caused by another site, as browsers report it. Clients
 * that are no browsers send neither header; what they lack is the owner's cookie.
 */
export function isCrossSite(request: Request): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return false
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.get('origin')
  if (!origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== new URL(request.url).host
}
