import { errorLine } from './error-line.ts'
import type { OperatorLog } from './operator-log.ts'
import { requestIdOf } from './request-id-of.ts'

/**
 * Makes a page and logs what became of it, as for the API. What making it throws is logged and thrown on.
 *
 * @param route the pattern of its address
 */
export async function logPage(
  request: Request,
  route: string,
  log: OperatorLog,
  make: () => Promise<Response>,
): Promise<Response> {
  const begun = performance.now()
  const requestId = requestIdOf(request)
  const { method } = request
  const line = (status: number) => {
    log({ kind: 'request', requestId, method, route, status, ms: Math.round(performance.now() - begun) })
  }
  try {
    const response = await make()
    response.headers.set('x-request-id', requestId)
    line(response.status)
    return response
  } catch (error) {
    log(errorLine(error, requestId))
    line(500)
    throw error
  }
}
