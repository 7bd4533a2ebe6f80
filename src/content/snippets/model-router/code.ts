export interface Account {
  id: string
  callsPerMinute: number
  /** Sent ahead of every prompt of this account. */
  instructions: string
}

export interface Call {
  model: string
  prompt: string
  temperature: number
}

export interface Upstream {
  name: string
  url: string
  key: string
}

export interface Env {
  accounts: { withKey(apiKey: string): Promise<Account | null> }
  usage: {
    /** Reads this location's copy in about a millisecond. It may be a minute old. */
    read(counter: string): Promise<number>
    /** Adds one at the account's home location and resolves to the total. */
    add(counter: string): Promise<number>
  }
  cache: {
    match(key: string): Promise<Response | undefined>
    /** Stores the response when its body has ended. Rejects if the body fails. */
    put(key: string, response: Response): Promise<void>
  }
  /** By model, the preferred one first. */
  upstreams: Record<string, Upstream[]>
  fetch(url: string, init: RequestInit): Promise<Response>
  parseCall(body: string): Call | null
  now(): number
  log(message: string, fields: Record<string, unknown>): void
}

export interface Context {
  /** Keeps the worker alive until the promise settles. */
  waitUntil(work: Promise<unknown>): void
}

/** POST /v1/generate. The answer streams as the model writes it. */
export async function handle(request: Request, env: Env, context: Context): Promise<Response> {
  const account = await env.accounts.withKey(request.headers.get('authorization') ?? '')
  if (!account) return refuse(401, 'unknown key')

  const body = await request.text()
  const call = env.parseCall(body)
  if (!call) return refuse(400, 'malformed call')

  const counter = `${account.id}/${Math.floor(env.now() / 60_000)}`
  if ((await env.usage.read(counter)) >= account.callsPerMinute) return refuse(429, 'slow down')
  context.waitUntil(env.usage.add(counter))

  const isRepeatable = call.temperature === 0
  const key = await digest(body)
  const cached = isRepeatable ? await env.cache.match(key) : undefined
  if (cached) return cached

  const payload = JSON.stringify({ ...call, instructions: account.instructions })
  const answers = connect(env, call.model, payload)
  const { value: first } = await answers.next()
  if (!first) return refuse(502, 'no upstream available')
  if (!first.ok || !first.body) return new Response(first.body, { status: first.status })

  const response = new Response(relay(env, first.body, answers), {
    headers: { 'content-type': 'text/event-stream' },
  })
  if (isRepeatable) {
    const stored = env.cache.put(key, response.clone())
    context.waitUntil(stored.catch((error: unknown) => env.log('not stored', { key, error })))
  }
  return response
}

/** The answers of the model's upstreams, each asked only when the next is wanted. */
async function* connect(env: Env, model: string, payload: string): AsyncGenerator<Response, undefined> {
  for (const { name, url, key } of env.upstreams[model] ?? []) {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    const answer = await env.fetch(url, { method: 'POST', headers, body: payload }).catch(() => null)
    env.log('upstream answered', { name, status: answer?.status })
    if (answer?.ok || answer?.status === 400) yield answer
    else await answer?.body?.cancel().catch(() => null)
  }
}

function relay(env: Env, first: ReadableStream<Uint8Array>, others: AsyncGenerator<Response, undefined>) {
  let reader = first.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (;;) {
        try {
          const { done, value } = await reader.read()
          if (done) controller.close()
          else controller.enqueue(value)
          return
        } catch (error) {
          env.log('upstream broke off', { error })
          const { value: next } = await others.next()
          if (!next?.ok || !next.body) throw error
          reader = next.body.getReader()
        }
      }
    },
  })
}

function refuse(status: number, reason: string): Response {
  return Response.json({ reason }, { status })
}

async function digest(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
