import type { APIContext, MiddlewareNext } from 'astro'
import { defineMiddleware } from 'astro:middleware'

/**
 * Gives pages made on request their services, and keeps them out of shared caches: they are somebody's own. A
 * form sent by another site is refused; the API refuses for itself.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  if (context.isPrerendered) return next()
  const { isCrossSite } = await import('./api/is-cross-site.ts')
  const isApi = context.url.pathname.startsWith('/api/')
  if (!isApi && isCrossSite(context.request)) {
    return new Response('This form was sent by another site.', { status: 403 })
  }
  if (isCms(context.url.pathname)) {
    const { isCmsOpen } = await import('./cms/is-cms-open.ts')
    if (isCmsOpen(process.env, import.meta.env.DEV)) return next()
    return new Response(isApi ? 'There is no such thing here.' : null, { status: 404 })
  }
  const response = isApi ? await next() : await logPage(context, () => withServices(context, next))
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache')
  return response
})

/** The API logs for itself. */
async function logPage({ request, routePattern }: APIContext, next: MiddlewareNext): Promise<Response> {
  const { logPage: logged } = await import('./api/log-page.ts')
  const { runningServer } = await import('./api/running-server.ts')
  return logged(request, routePattern, runningServer().log, next)
}

/** A page made on request, or, when its visitor asks for too many, the page that says so. */
async function withServices(context: APIContext, next: MiddlewareNext): Promise<Response> {
  const { runningServer } = await import('./api/running-server.ts')
  const { createPageServices } = await import('./site/create-page-services.ts')
  const { clientAddress } = await import('./api/client-address.ts')
  const { peerOf } = await import('./site/peer-of.ts')
  const { refusePage } = await import('./site/refuse-page.ts')
  const { request, url, locals } = context
  const { dependencies } = runningServer()
  const address = clientAddress(request.headers, peerOf(context), dependencies.clientAddressHeader)
  locals.services = createPageServices(dependencies, url.protocol === 'https:', address)
  const refused = await refusePage(dependencies, request, address)
  if (refused === null) return next()
  locals.refused = refused
  return next('/too-many')
}

function isCms(path: string): boolean {
  return /^\/(api\/)?keystatic(\/|$)/.test(path)
}
