import type { OpenAPIHono } from '@hono/zod-openapi'
import { CompletionRequest } from '../../wire/completion-request.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { readCall } from '../read-call.ts'
import { requirePass } from '../require-pass.ts'
import { toCompletion } from '../to-completion.ts'
import { toFault } from '../to-fault.ts'
import { answerCall } from '../usecases/answer-call.ts'

/** Callers take the address they are given as it is, or as a base. */
const paths = ['/voice/llm', '/voice/llm/chat/completions', '/voice/llm/v1/chat/completions']

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

/** The director as a language model, in the shape of OpenAI's chat completions: for the service that a call runs on. */
export function addVoiceLlmRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.on('POST', paths, async (c) => {
    const pass = requirePass(c.req.raw.headers, dependencies)
    const { messages, tools } = readRequest(await readBody(c.req))
    const frames = await answerCall(dependencies, pass, readCall(messages), c.req.raw.signal)
    return c.body(toCompletion(frames, tools, Math.floor(dependencies.now() / 1000)), 200, headers)
  })
}

async function readBody(request: { text(): Promise<string> }): Promise<string> {
  try {
    return await request.text()
  } catch {
    throw new Fault('broken-off', 'The request was broken off before all of it was there.')
  }
}

function readRequest(body: string): CompletionRequest {
  const parsed = CompletionRequest.safeParse(parseJson(body))
  if (!parsed.success) throw toFault(parsed.error)
  return parsed.data
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new Fault('not-json', 'The body is not JSON.')
  }
}
