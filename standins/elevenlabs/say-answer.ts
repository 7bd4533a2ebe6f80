import type { AgentTurn } from './agent-turn.ts'
import { askWithRetries } from './ask-with-retries.ts'
import type { CallState, Reason } from './call-state.ts'
import type { Next } from './run-tools.ts'
import { runTools } from './run-tools.ts'
import { createSentences } from './sentences.ts'

/** How many times the model may call tools before its turn is over. */
const ROUNDS = 5

/** Says what the model answers, and runs its tools. @returns what comes then; null when it failed or was cut */
export async function sayAnswer(call: CallState, turn: AgentTurn, reason: Reason): Promise<Next | null> {
  const { line, off, record } = turn
  let why = reason
  for (let round = 0; round < ROUNDS; round += 1) {
    const sentences = createSentences((text) => line.say(text))
    const asked = { reason: why, signal: off.signal, onText: (text: string) => sentences.add(text) }
    const reply = await askWithRetries(call, asked)
    if (!reply || off.signal.aborted) return null
    sentences.end()
    const toolCalls = reply.toolCalls.filter(Boolean)
    if (reply.content !== '') respond(call, turn, reply.content)
    if (toolCalls.length === 0) return 'ask'
    if (reply.content === '') call.history.push({ role: 'assistant', content: null })
    const last = call.history.at(-1)
    if (last?.role === 'assistant') last.tool_calls = toolCalls
    const next = await runTools(call, toolCalls, line, record)
    if (off.signal.aborted) return null
    if (next !== 'ask') return next
    why = 'tool'
  }
  return 'ask'
}

/** Tells the client the text of what is being said. */
export function respond({ wire, history }: CallState, { line, record }: AgentTurn, content: string): void {
  history.push({ role: 'assistant', content })
  record.message = (record.message ?? '') + content
  const event = { agent_response: content, event_id: line.eventId }
  wire.send({ type: 'agent_response', agent_response_event: event })
}
