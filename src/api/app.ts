import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { admit } from './admit.ts'
import { visitorOf } from './context.ts'
import type { Dependencies } from './dependencies.ts'
import { errorLine } from './error-line.ts'
import { Fault, toFailure } from './failure.ts'
import { isCrossSite } from './is-cross-site.ts'
import { limitedRoutes } from './limited-routes.ts'
import { logRequest } from './log-request.ts'
import type { OperatorLog } from './operator-log.ts'
import { requestIdOf } from './request-id-of.ts'
import { requirePass } from './require-pass.ts'
import { paymentsFault } from './payments-fault.ts'
import { addCreditRoutes } from './routes/credits.ts'
import { addCronRoutes } from './routes/cron.ts'
import { addOperatorRoutes } from './routes/operator.ts'
import { addRecordingRoutes } from './routes/recordings.ts'
import { addReportRoutes } from './routes/reports.ts'
import { addSessionRoutes } from './routes/sessions.ts'
import { addShareRoutes } from './routes/shares.ts'
import { addSystemRoutes } from './routes/system.ts'
import { addTurnRoutes } from './routes/turns.ts'
import { addVoiceLlmRoutes } from './routes/voice-llm.ts'
import { addVoiceRoutes } from './routes/voice.ts'
import { addWebhookRoutes } from './routes/webhooks.ts'
import { storageFault } from './storage-fault.ts'
import { toFault } from './to-fault.ts'
import { voiceFault } from './voice-fault.ts'

/** Largest request body, in bytes: a 50 KB posting or a 20,000-word turn with room to spare. */
const LARGEST_BODY = 512 * 1024

/** The HTTP API below /api. `log` gets a line for every request and every unexpected error; expected refusals are answers. */
export function createApp(dependencies: Dependencies, log: OperatorLog) {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) return fail(c, toFault(result.error))
      return undefined
    },
  }).basePath('/api')
  app.use(logRequest(log))
  app.use(async (c, next) => {
    c.header('cache-control', 'private, no-store')
    await next()
  })
  app.use('/voice/llm/*', async (c, next) => {
    requirePass(c.req.raw.headers, dependencies)
    await next()
  })
  app.use(refuseCrossSite)
  app.use(async (c, next) => {
    const names = matchedRoutes(c).map(({ method, path }) => limitedRoutes[`${method} ${path}`])
    const name = names.find((each) => each !== undefined)
    if (name) await admit(dependencies, name, visitorOf(c, dependencies))
    await next()
  })
  addWebhookRoutes(app, dependencies)
  app.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: (c) => fail(c, new Fault('too-large', 'The request is larger than 512 KB.')),
    }),
  )
  addRecordingRoutes(app, dependencies)
  app.use(requireJson)
  addSessionRoutes(app, dependencies)
  addTurnRoutes(app, dependencies)
  addReportRoutes(app, dependencies)
  addShareRoutes(app, dependencies)
  addVoiceRoutes(app, dependencies)
  addVoiceLlmRoutes(app, dependencies)
  addCreditRoutes(app, dependencies)
  addOperatorRoutes(app, dependencies)
  addSystemRoutes(app, dependencies)
  addCronRoutes(app, dependencies)
  app.notFound((c) => fail(c, new Fault('not-found', 'There is no such address.')))
  app.onError((error, c) => {
    if (error instanceof Fault) return fail(c, error)
    if (error instanceof HTTPException && error.status < 500) {
      return fail(c, new Fault('not-json', 'The body is not JSON.'))
    }
    log(errorLine(error, requestIdOf(c.req.raw)))
    return fail(
      c,
      storageFault(error) ??
        voiceFault(error) ??
        paymentsFault(error) ??
        new Fault('internal', 'Something went wrong on our side.'),
    )
  })
  return app
}

function fail(c: Context, fault: Fault) {
  const { status, body } = toFailure(fault)
  if (fault.retryAfterS !== undefined) c.header('retry-after', `${fault.retryAfterS}`)
  return c.json(body, status)
}

async function refuseCrossSite(c: Context, next: () => Promise<void>) {
  if (isCrossSite(c.req.raw)) return fail(c, new Fault('cross-site', 'The request comes from another site.'))
  await next()
  return undefined
}

/** A body must say that it is JSON, which no plain form of another site can. */
async function requireJson(c: Context, next: () => Promise<void>) {
  const hasBody =
    Number(c.req.header('content-length') ?? 0) > 0 || c.req.header('transfer-encoding') !== undefined
  if (hasBody && !c.req.header('content-type')?.startsWith('application/json')) {
    return fail(c, new Fault('not-json', 'The content-type is not application/json.'))
  }
  await next()
  return undefined
}
