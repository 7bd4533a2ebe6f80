import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { z } from 'zod'
import { checkStrictSchema } from './check-strict-schema.ts'
import { CompletionRequest } from './completion-request.ts'
import { createUsageCounter } from './count-usage.ts'
import { sendCompletion } from './send-completion.ts'
import { createSwitches, type Switches } from './switches.ts'

/** A request that reached the model. */
export interface Asked {
  headers: IncomingMessage['headers']
  body: CompletionRequest
  /** What the system or developer message says. */
  system: string
  /** What the user's message says. */
  prompt: string
}

export interface OpenAi {
  /** The base of the address, its version included. */
  url: string
  apiKey: string
  model: string
  /** Read anew for every request. */
  switches: Switches
  requests: Asked[]
  stop(): Promise<void>
}

interface Options {
  /** What the model answers, before it is written as JSON. */
  answer: (asked: Asked) => unknown
  switches?: Partial<Switches>
}

const API_KEY = 'sk-stand-in'
const MODEL = 'stand-in-1'

/**
 * A stand-in of an OpenAI-compatible API on 127.0.0.1: `POST /v1/chat/completions` with structured output in strict
 * mode, the error bodies of the service, and its count of cached tokens.
 */
export async function startOpenAi({ answer, switches: on }: Options): Promise<OpenAi> {
  const switches = createSwitches(on)
  const requests: Asked[] = []
  const countUsage = createUsageCounter()
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    if (switches.hangs) return
    if (switches.redirects) return void response.writeHead(307, { location: '/elsewhere' }).end()
    const refusal = refuse(request, text, switches)
    if (refusal) return sendError(response, refusal)
    const body = CompletionRequest.parse(JSON.parse(text))
    const [system, prompt] = [['system', 'developer'], ['user']].map((roles) => {
      const said = body.messages.filter(({ role }) => roles.includes(role))
      return said.map(({ content }) => content).join('\n')
    }) as [string, string]
    const asked = { headers: request.headers, body, system, prompt }
    requests.push(asked)
    const content = JSON.stringify(answer(asked))
    sendCompletion(response, switches, {
      model: body.model,
      content,
      usage: countUsage(`${system}\n${prompt}`, content),
    })
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/v1`,
    apiKey: API_KEY,
    model: MODEL,
    switches,
    requests,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Refusal {
  status: number
  type: string
  code: string | null
  message: string
}

function refuse(request: IncomingMessage, text: string, { status }: Switches): Refusal | null {
  const invalid = (code: number, message: string, name: string | null = null): Refusal => {
    return { status: code, type: 'invalid_request_error', code: name, message }
  }
  if (status !== null)
    return { status, type: 'stand_in_error', code: null, message: `told to answer ${status}` }
  if (request.headers.authorization !== `Bearer ${API_KEY}`) {
    return invalid(401, 'Incorrect API key provided.', 'invalid_api_key')
  }
  if (`${request.method} ${request.url}` !== 'POST /v1/chat/completions') {
    return invalid(404, `Invalid URL (${request.method} ${request.url})`)
  }
  const body = CompletionRequest.safeParse(readJson(text))
  if (!body.success) return invalid(400, z.prettifyError(body.error))
  if (body.data.model !== MODEL) {
    return invalid(404, `The model '${body.data.model}' does not exist.`, 'model_not_found')
  }
  const format = body.data.response_format?.json_schema
  const problem = format?.strict === true ? checkStrictSchema(format.schema) : null
  return problem === null ? null : invalid(400, `Invalid schema for response_format: ${problem}`)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function sendError(response: ServerResponse, { status, ...error }: Refusal): void {
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ error: { ...error, param: null } }))
}
