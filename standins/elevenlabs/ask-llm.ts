import { z } from 'zod'
import type { LlmRequest } from './build-llm-request.ts'
import type { ToolCall } from './chat-message.ts'
import { readSse } from './read-sse.ts'

/** What the model answered. */
export interface Reply {
  content: string
  toolCalls: ToolCall[]
}

/** How an attempt went: answered in full, given up by us, or failed and why. */
export type Outcome = 'asking' | 'answered' | 'aborted' | `failed: ${string}`

const Chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.number().default(0),
                  id: z.string().optional(),
                  function: z.object({ name: z.string().optional(), arguments: z.string().optional() }),
                }),
              )
              .nullish(),
          })
          .prefault({}),
      }),
    )
    .default([]),
})

interface Asking {
  /** From outside: the candidate has spoken, or the call is over. */
  signal: AbortSignal
  /** Milliseconds to the first word or tool call. */
  firstWordMs: number
  acceptsEmpty: boolean
  onText: (text: string) => void
}

/**
 * One request, its answer read as it comes. Content is what counts against the time: comments do not.
 * @returns the answer, or how it failed; after the first word a broken stream is an answer cut short
 */
export async function askLlm(
  { url, headers, body }: LlmRequest,
  { signal, firstWordMs, acceptsEmpty, onText }: Asking,
): Promise<{ reply: Reply | null; outcome: Outcome }> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), firstWordMs)
  const reply: Reply = { content: '', toolCalls: [] }
  const hasBegun = () => reply.content !== '' || reply.toolCalls.length > 0
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, late.signal]),
    })
    if (!response.ok || !response.body) return { reply: null, outcome: `failed: status ${response.status}` }
    for await (const data of readSse(response.body)) {
      if (data === '[DONE]') break
      for (const { delta } of Chunk.parse(JSON.parse(data)).choices) {
        for (const part of delta.tool_calls ?? []) addToolCall(reply.toolCalls, part)
        reply.content += delta.content ?? ''
        if (hasBegun()) clearTimeout(timer)
        if (delta.content) onText(delta.content)
      }
    }
  } catch (error) {
    if (signal.aborted) return { reply: null, outcome: 'aborted' }
    if (late.signal.aborted) return { reply: null, outcome: 'failed: no word in time' }
    if (!hasBegun()) return { reply: null, outcome: `failed: ${nameOf(error)}` }
  } finally {
    clearTimeout(timer)
  }
  if (signal.aborted) return { reply: null, outcome: 'aborted' }
  if (!hasBegun() && !acceptsEmpty) return { reply: null, outcome: 'failed: empty' }
  return { reply, outcome: 'answered' }
}

function addToolCall(
  calls: ToolCall[],
  part: {
    index: number
    id?: string | undefined
    function: { name?: string | undefined; arguments?: string | undefined }
  },
): void {
  const { index, id = `call_${index}` } = part
  const call = (calls[index] ??= { id, type: 'function', function: { name: '', arguments: '' } })
  call.function.name += part.function.name ?? ''
  call.function.arguments += part.function.arguments ?? ''
}

function nameOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'not a chunk of a completion'
  return error instanceof Error ? error.message : 'unknown'
}
