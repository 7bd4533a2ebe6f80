import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { z } from 'zod'

const Body = z.looseObject({
  messages: z.array(z.looseObject({ role: z.string(), content: z.string().nullish() })),
})

/** A request that came to the model. */
export interface ModelRequest {
  path: string
  headers: IncomingMessage['headers']
  body: z.infer<typeof Body>
  /** The last message of the history. */
  last: { role: string; content: string }
}

/** What the answer to one request is made of, sent as it is called. */
export interface Answering {
  say(text: string): void
  call(name: string, parameters: unknown): void
  /** Ends the answer as it should end. */
  end(): void
  /** Any bytes. */
  raw(text: string): void
  /** Refuses with a status, before anything was sent. */
  refuse(status: number): void
  /** Breaks the connection. */
  breakOff(): void
  /** Resolves when the other side gave up, or the answer is over. */
  closed: Promise<void>
}

export interface Model {
  /** The base of the address, without `/chat/completions`. */
  url: string
  requests: ModelRequest[]
  stop(): Promise<void>
}

/** A model whose answers are written by a test: server-sent chunks of a chat completion, on 127.0.0.1. */
export async function startModel(
  answer: (request: ModelRequest, answering: Answering) => void,
): Promise<Model> {
  const requests: ModelRequest[] = []
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const body = Body.parse(JSON.parse(text))
    const { role = '', content } = body.messages.at(-1) ?? {}
    const { url: path = '', headers } = request
    const came = { path, headers, body, last: { role, content: content ?? '' } }
    requests.push(came)
    answer(came, answerOn(response))
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}/llm`,
    requests,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answerOn(response: ServerResponse): Answering {
  const raw = (text: string) => {
    if (!response.headersSent) response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(text)
  }
  const chunk = (delta: unknown, finish_reason: string | null = null) => {
    const about = { id: 'chatcmpl-1', object: 'chat.completion.chunk', created: 1, model: 'model' }
    raw(`data: ${JSON.stringify({ ...about, choices: [{ index: 0, delta, finish_reason }] })}\n\n`)
  }
  let calls = 0
  return {
    raw,
    say: (content) => chunk({ role: 'assistant', content }),
    call(name, parameters) {
      const id = `call_${name}_${calls + 1}`
      const fn = { name, arguments: JSON.stringify(parameters) }
      chunk({ tool_calls: [{ index: calls, id, type: 'function', function: fn }] })
      calls += 1
    },
    end() {
      chunk({}, calls > 0 ? 'tool_calls' : 'stop')
      raw('data: [DONE]\n\n')
      response.end()
    },
    refuse: (status) => void response.writeHead(status).end(),
    breakOff: () => response.destroy(),
    closed: new Promise((resolve) => response.once('close', () => resolve())),
  }
}
