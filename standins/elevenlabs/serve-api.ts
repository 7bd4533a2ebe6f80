import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { AgentBody } from './agent-body.ts'
import { AgentBody as AgentBodySchema } from './agent-body.ts'
import type { Webhook } from './send-webhook.ts'
import type { SignedUrls } from './signed-urls.ts'

/** What the HTTP side shares with the conversations. */
export interface Workspace {
  apiKey: string
  /** Bodies by id, as they were sent, beside what the stand-in reads of them. */
  agents: Map<string, { raw: Record<string, unknown>; agent: AgentBody }>
  secrets: Record<string, string>
  webhooks: Map<string, Webhook>
  signedUrls: SignedUrls
  /** Where a conversation is opened: `ws://host:port`. */
  socketUrl: () => string
  /** Ids of the conversations that were deleted. */
  forgotten: Set<string>
  conversation: (id: string) => Record<string, unknown> | null
  /** MP3; null when there is none. */
  recording: (id: string) => Buffer | null
}

interface Answer {
  status: number
  body: unknown
}

const ok = (body: unknown): Answer => ({ status: 200, body })
const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { detail: { status: code, message } },
})
const absent = (what: string) => refuse(404, 'document_not_found', `${what} was not found`)

const Raw = z.record(z.string(), z.unknown())
const Secret = z.object({ name: z.string(), value: z.string() })
const NewWebhook = z.object({ settings: z.object({ name: z.string(), webhook_url: z.url() }) })
const id = (prefix: string) => `${prefix}_${randomBytes(8).toString('hex')}`

/** The part of the HTTP interface that Offhook uses, with the service's error envelope. */
export async function serveApi(space: Workspace, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? '/', 'http://stand-in')
  const body = await readBody(request)
  const route = `${request.method} ${url.pathname}`
  const audio = /^GET \/v1\/convai\/conversations\/([^/]+)\/audio$/.exec(route)?.[1]
  const answer = request.headers['xi-api-key'] === space.apiKey ? null : invalidKey(request)
  if (!answer && audio !== undefined) {
    const recording = space.recording(audio)
    if (recording) return response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(recording)
  }
  const { status, body: json } = answer ?? answerTo(space, route, url.searchParams, body)
  return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json))
}

function invalidKey(request: IncomingMessage): Answer {
  const message = request.headers['xi-api-key'] ? 'Invalid API key' : 'An API key is required'
  return refuse(401, 'invalid_api_key', message)
}

function answerTo(space: Workspace, route: string, query: URLSearchParams, body: unknown): Answer {
  const agentId = /^(?:GET|PATCH) \/v1\/convai\/agents\/([^/]+)$/.exec(route)?.[1]
  if (agentId !== undefined)
    return route.startsWith('GET') ? show(space, agentId) : patch(space, agentId, body)
  const conversation = /^(?:GET|DELETE) \/v1\/convai\/conversations\/([^/]+)$/.exec(route)?.[1]
  if (conversation !== undefined) {
    const record = space.conversation(conversation)
    if (!record) return absent(`Conversation ${conversation}`)
    if (route.startsWith('GET')) return ok(record)
    space.forgotten.add(conversation)
    return ok({})
  }
  switch (route) {
    case 'GET /v1/convai/conversation/get-signed-url':
      return sign(space, query.get('agent_id') ?? '')
    case 'POST /v1/convai/agents/create':
      return store(space, id('agent'), body)
    case 'POST /v1/convai/secrets':
      return keepSecret(space, body)
    case 'POST /v1/workspace/webhooks':
      return keepWebhook(space, body)
    default:
      return absent(route)
  }
}

function sign(space: Workspace, agentId: string): Answer {
  if (!space.agents.has(agentId)) return absent(`Agent ${agentId}`)
  const query = new URLSearchParams({
    agent_id: agentId,
    conversation_signature: space.signedUrls.issue(agentId),
  })
  return ok({ signed_url: `${space.socketUrl()}/v1/convai/conversation?${query}` })
}

function show(space: Workspace, agentId: string): Answer {
  const found = space.agents.get(agentId)
  return found ? ok({ agent_id: agentId, ...found.raw }) : absent(`Agent ${agentId}`)
}

function store(space: Workspace, agentId: string, body: unknown): Answer {
  const read = AgentBodySchema.safeParse(body)
  if (!read.success) return unprocessable(read.error)
  space.agents.set(agentId, { raw: Raw.parse(body), agent: read.data })
  return ok({ agent_id: agentId })
}

function patch(space: Workspace, agentId: string, body: unknown): Answer {
  const found = space.agents.get(agentId)
  if (!found) return absent(`Agent ${agentId}`)
  const stored = store(space, agentId, merge(found.raw, body))
  return stored.status === 200 ? show(space, agentId) : stored
}

function keepSecret({ secrets }: Workspace, body: unknown): Answer {
  const read = Secret.safeParse(body)
  if (!read.success) return unprocessable(read.error)
  const secret_id = id('secret')
  secrets[secret_id] = read.data.value
  return ok({ type: 'stored', secret_id, name: read.data.name })
}

function keepWebhook({ webhooks }: Workspace, body: unknown): Answer {
  const read = NewWebhook.safeParse(body)
  if (!read.success) return unprocessable(read.error)
  const webhook_id = id('wh')
  const webhook_secret = id('wsec')
  webhooks.set(webhook_id, { url: read.data.settings.webhook_url, secret: webhook_secret })
  return ok({ webhook_id, webhook_secret })
}

function unprocessable({ issues }: z.ZodError): Answer {
  return {
    status: 422,
    body: {
      detail: issues.map(({ path, message, code }) => ({ loc: ['body', ...path], msg: message, type: code })),
    },
  }
}

function merge(old: unknown, change: unknown): unknown {
  const both = [Raw.safeParse(old), Raw.safeParse(change)]
  const [before, after] = both.map(({ data }) => data)
  if (!before || !after) return change
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return Object.fromEntries(
    [...keys].map((key) => [key, key in after ? merge(before[key], after[key]) : before[key]]),
  )
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = ''
  request.setEncoding('utf8')
  for await (const chunk of request) text += String(chunk)
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
