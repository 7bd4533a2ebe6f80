import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { OperatorFigures } from '../../domain/operator/figures.ts'
import { FaultBody } from '../../wire/fault.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { operatorFigures } from '../usecases/operator-figures.ts'
import { json } from './route-parts.ts'

const metrics = createRoute({
  method: 'get',
  path: '/metrics',
  summary:
    'The operator’s figures of the last 14 days, for the token of the settings as Authorization: Bearer',
  responses: {
    200: json('The figures', OperatorFigures),
    401: json('Another token', FaultBody),
    404: json('No token is set here', FaultBody),
  },
})

/** What the operator sees. */
export function addOperatorRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.openapi(metrics, async (c) => {
    const { operator } = dependencies
    if (!operator) throw new Fault('not-found', 'There is no such address.')
    if (!operator.door.knows(c.req.header('authorization'))) {
      throw new Fault('no-token', 'The figures are the operator’s.')
    }
    return c.json(await operatorFigures(dependencies), 200)
  })
}
