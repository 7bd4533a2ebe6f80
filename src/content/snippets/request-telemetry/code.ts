import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** The router puts in the pattern of the route, such as /files/:id, once one has matched. */
export type RoutedRequest = IncomingMessage & { route?: string }

export interface Trace {
  traceId: string
  spanId: string
  isSampled: boolean
}

export interface Span extends Trace {
  parentId: string | null
  method: string
  target: string
  status: number
  startedAt: number
  durationMs: number
}

export interface Services {
  /** Kept in memory until it is scraped. Each different set of labels is a series of its own. */
  observe(metric: string, value: number, labels: Record<string, string>): void
  /** The collector takes up to 500 and keeps each once, by its id. Rejects if it isn't reached in ten seconds. */
  send(spans: Span[]): Promise<void>
  log(message: string, fields: Record<string, unknown>): void
  /** The time of day. */
  now(): number
  /** Milliseconds since the process started. */
  uptime(): number
  random(): number
}

const SAMPLE_RATE = 0.1
const BATCH = 500
const FLUSH_MS = 5_000
const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/

/** Made once a process. */
export function createTelemetry(services: Services) {
  const current = new AsyncLocalStorage<Trace>()
  const waiting: Span[] = []
  let sending: Promise<void> | null = null
  const timer = setInterval(flush, FLUSH_MS).unref()

  /** Runs around every route. The gateway sets its own traceparent and takes away what clients send. */
  function middleware(request: RoutedRequest, response: ServerResponse, next: () => void) {
    const parent = readParent(request.headers.traceparent)
    const trace: Trace = {
      traceId: parent?.traceId ?? randomBytes(16).toString('hex'),
      spanId: randomBytes(8).toString('hex'),
      isSampled: services.random() < SAMPLE_RATE,
    }
    const startedAt = services.now()
    const begunAt = services.uptime()

    response.once('finish', () => {
      const durationMs = services.uptime() - begunAt
      const { method = 'GET', route = 'unmatched' } = request
      const status = response.statusCode
      services.observe('http_request_ms', durationMs, { method, route, status: String(status) })

      const target = request.url ?? '/'
      services.log('request', { traceId: trace.traceId, method, target, status, durationMs })
      const parentId = parent?.spanId ?? null
      const span = { ...trace, parentId, method, target, status, startedAt, durationMs }
      if (trace.isSampled || status >= 500) keep(span)
    })
    current.run(trace, next)
  }

  /** Headers for a call that is made on behalf of the current request. */
  function outgoing(): Record<string, string> {
    const trace = current.getStore()
    if (!trace) return {}
    return { traceparent: `00-${trace.traceId}-${trace.spanId}-${trace.isSampled ? '01' : '00'}` }
  }

  function keep(span: Span) {
    waiting.push(span)
    if (waiting.length === BATCH) void flush()
  }

  function flush(): Promise<void> {
    sending ??= sendAll().finally(() => (sending = null))
    return sending
  }

  async function sendAll() {
    try {
      while (waiting.length > 0) {
        const batch = waiting.slice(0, BATCH)
        await services.send(batch)
        waiting.splice(0, batch.length)
      }
    } catch (error) {
      services.log('spans not sent', { waiting: waiting.length, error })
    }
  }

  /** Called at shutdown, when the last request is done. */
  async function stop() {
    clearInterval(timer)
    await flush()
  }

  return { middleware, outgoing, stop }
}

function readParent(header: string | string[] | undefined): Trace | null {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(String(header)) ?? []
  if (!traceId || !spanId || !flags) return null
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
