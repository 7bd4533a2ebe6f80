import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { isSameSecret } from '../is-same-secret.ts'
import { logError } from '../log-error.ts'
import { sweep } from '../usecases/sweep.ts'
import { json } from './route-parts.ts'

const sweeping = createRoute({
  method: 'get',
  path: '/cron/sweep',
  summary:
    'One round of the work that no request waits for; wants the secret of this server’s settings as a bearer token',
  responses: {
    200: json('Done; what failed of it is in the server’s log', z.object({ swept: z.literal(true) })),
    401: json('Another secret, or none', z.unknown()),
    404: json('No job is set up here', z.unknown()),
  },
})

/** What a job calls where no process lives long enough to do it by itself. A GET, since Vercel's jobs send nothing else. */
export function addCronRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  const { cronSecret } = dependencies
  app.openapi(sweeping, async (c) => {
    if (cronSecret === null) throw new Fault('not-found', 'There is no such address.')
    if (!isSameSecret(c.req.header('authorization') ?? '', `Bearer ${cronSecret}`)) {
      throw new Fault('no-cron-secret', 'The request carries no valid bearer token.')
    }
    await sweep(dependencies, logError)
    return c.json({ swept: true as const }, 200)
  })
}
