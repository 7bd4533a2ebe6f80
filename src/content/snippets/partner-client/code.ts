export interface RateQuery {
  country: string
  postcode: string
  parcels: { grams: number; longestCm: number }[]
}

export type Rate = { service: string; cents: number; days: number }

export interface LabelOrder {
  orderId: string
  service: string
  recipient: { name: string; street: string; postcode: string; country: string }
  grams: number
}

export type Label = { trackingNumber: string; pdfUrl: string }

export interface Services {
  /** Rejects when no answer comes, and with the signal's reason as soon as that aborts. */
  fetch(url: string, init: RequestInit): Promise<Response>
  /** Shared by all processes. Never rejects: without its server it finds nothing and keeps nothing. */
  cache: {
    get(key: string): Promise<Rate[] | undefined>
    set(key: string, rates: Rate[], ttlMs: number): Promise<void>
  }
  now(): number
  /** Rejects with the signal's reason as soon as that aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
  log(message: string, fields: Record<string, unknown>): void
}

/** An answer of the partner that is not a success. */
export class PartnerError extends Error {
  readonly status: number
  constructor(status: number, text: string) {
    super(`${status} ${text}`)
    this.status = status
  }
}

const BASE_URL = 'https://api.parcelwise.example/v2'
const TIMEOUT_MS = 4_000
const ATTEMPTS = 3
const FAILURES_TO_OPEN = 5
const OPEN_MS = 20_000
const RATES_TTL_MS = 60_000

/** Made once a process. */
export function createShippingClient(services: Services, apiKey: string) {
  const circuit = { failures: 0, openUntil: 0 }

  /** For the checkout, which aborts when the shopper changes the cart or the address. */
  async function rates(query: RateQuery, signal?: AbortSignal): Promise<Rate[]> {
    const key = `rates/${JSON.stringify(query)}`
    const known = await services.cache.get(key)
    if (known) return known

    const offered = await call<Rate[]>('/rates', query, signal)
    await services.cache.set(key, offered, RATES_TTL_MS)
    return offered
  }

  /** For the packing bench. Buys a label, which the partner bills. */
  async function book(order: LabelOrder): Promise<Label> {
    const label = await call<Label>('/labels', order)
    services.log('label bought', { orderId: order.orderId, tracking: label.trackingNumber })
    return label
  }

  async function call<Answer>(path: string, body: unknown, signal?: AbortSignal): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      admit()
      const limit = within(TIMEOUT_MS, signal)
      try {
        return await send<Answer>(path, body, limit)
      } catch (error) {
        if (error instanceof PartnerError && error.status < 500) throw error
        countFailure()
        services.log('attempt failed', { path, attempt, failures: circuit.failures, error })
        if (attempt === ATTEMPTS) throw error
        await services.sleep(200 * 2 ** attempt * (0.5 + Math.random() / 2), signal)
      }
    }
  }

  async function send<Answer>(path: string, body: unknown, signal: AbortSignal): Promise<Answer> {
    const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify(body), signal }
    const response = await services.fetch(`${BASE_URL}${path}`, init)
    const text = await response.text()
    const answer = response.ok ? (JSON.parse(text) as Answer) : null
    if (response.status < 500) close()
    if (!answer) throw new PartnerError(response.status, text)
    return answer
  }

  function admit() {
    if (services.now() < circuit.openUntil) throw new Error('circuit open')
  }

  function countFailure() {
    circuit.failures += 1
    if (circuit.failures >= FAILURES_TO_OPEN) circuit.openUntil = services.now() + OPEN_MS
  }

  function close() {
    circuit.failures = 0
    circuit.openUntil = 0
  }

  return { rates, book }
}

function within(ms: number, signal?: AbortSignal): AbortSignal {
  const timeout = AbortSignal.timeout(ms)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}
