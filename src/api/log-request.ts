import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { OperatorLog } from './operator-log.ts'
import { requestIdOf } from './request-id-of.ts'

/** Names each request, in the answer's X-Request-Id too, and logs what became of it. */
export function logRequest(log: OperatorLog): MiddlewareHandler {
  return async (c, next) => {
    const begun = performance.now()
    const requestId = requestIdOf(c.req.raw)
    await next()
    c.header('x-request-id', requestId)
    const { method } = c.req
    const ms = Math.round(performance.now() - begun)
    log({ kind: 'request', requestId, method, route: routePath(c, -1), status: c.res.status, ms })
  }
}
