/**
 * @typedef {object} Line
 * @property {string} id
 * @property {string} customerId
 * @property {number} at  In milliseconds. Whoever reads the lines sorts them by it.
 * @property {string} text
 *
 * @typedef {object} Batch  Up to 500 lines of any customers, always the same ones under the same id.
 * @property {string} id
 * @property {string} receipt
 * @property {Line[]} lines
 *
 * @typedef {object} Endpoint  The customer's own. Expects each delivery id once and ignores a repeat.
 * @property {string} url
 * @property {Record<string, string>} headers  What the customer wants sent along, such as their key.
 *
 * @typedef {object} Services
 * @property {object} queue  Hands out a batch again when it is not acknowledged within five minutes.
 * @property {() => Promise<Batch | null>} queue.take
 * @property {(receipt: string) => Promise<void>} queue.acknowledge
 * @property {object} endpoints
 * @property {(customerId: string) => Promise<Endpoint | null>} endpoints.find
 *   Null when the customer has turned the export off. Their lines must then be kept nowhere.
 * @property {object} http
 * @property {(url: string, headers: Headers, body: string) => Promise<{ status: number }>} http.post
 *   Rejects after ten seconds without an answer.
 * @property {object} deadLetters  Another job posts them once more every hour, for three days.
 * @property {(id: string, letter: object) => Promise<void>} deadLetters.put  Replaces what has this id.
 * @property {() => number} now
 * @property {(ms: number) => Promise<void>} pause
 * @property {(message: string, fields: object) => void} log
 */

const MAX_ATTEMPTS = 5
const IDLE_MS = 1_000

/**
 * Runs in each of the workers until it is asked to stop.
 * @param {Services} services
 * @param {AbortSignal} stop
 */
export async function drain(services, stop) {
  while (!stop.aborted) {
    try {
      const batch = await services.queue.take()
      if (batch) await handOut(services, batch)
      else await services.pause(IDLE_MS)
    } catch (error) {
      services.log('batch given up', { error })
      await services.pause(IDLE_MS)
    }
  }
}

/** One customer's trouble must not keep the lines of the others. */
async function handOut(services, batch) {
  const startedAt = services.now()
  const headers = new Headers({ 'content-type': 'application/x-ndjson', 'x-batch': batch.id })
  const parts = Map.groupBy(batch.lines, (line) => line.customerId)
  const results = await Promise.allSettled(
    [...parts].map(([customerId, lines]) =>
      deliver(services, { batchId: batch.id, customerId, lines }, headers),
    ),
  )
  const failed = results.filter((result) => result.status === 'rejected')
  for (const { reason } of failed) services.log('part failed', { batch: batch.id, error: reason })
  await services.queue.acknowledge(batch.receipt)
  services.log('batch done', { batch: batch.id, parts: parts.size, ms: services.now() - startedAt })
}

async function deliver(services, part, headers) {
  const endpoint = await services.endpoints.find(part.customerId)
  if (!endpoint) return

  for (const [name, value] of Object.entries(endpoint.headers)) headers.set(name, value)
  await ship(services, part, endpoint, headers)
}

async function ship(services, part, endpoint, headers) {
  const { batchId, customerId, lines } = part
  const delivery = `${batchId}/${customerId}`
  headers.set('x-delivery', delivery)
  const outcome = await post(services, endpoint.url, headers, lines)
  if (outcome === 'too large' && lines.length > 1) {
    const middle = Math.ceil(lines.length / 2)
    await ship(services, { ...part, lines: lines.slice(0, middle) }, endpoint, headers)
    await ship(services, { ...part, lines: lines.slice(middle) }, endpoint, headers)
  } else if (outcome !== 'taken') {
    services.log('dead letter', { delivery, lines: lines.length, outcome })
    await services.deadLetters.put(delivery, { customerId, lines, outcome })
  }
}

async function post(services, url, headers, lines) {
  const body = lines.map(({ id, at, text }) => JSON.stringify({ id, at, text })).join('\n')
  for (let attempt = 1; ; attempt += 1) {
    const { status } = await services.http.post(url, headers, body).catch(() => ({ status: 0 }))
    if (status >= 200 && status < 300) return 'taken'
    if (status === 413) return 'too large'
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) return 'refused'
    if (attempt === MAX_ATTEMPTS) return 'unavailable'
    await services.pause(2 ** attempt * 500 * (1 + Math.random()))
  }
}
