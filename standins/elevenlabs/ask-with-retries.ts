import type { Reply } from './ask-llm.ts'
import { askLlm } from './ask-llm.ts'
import { buildLlmRequest } from './build-llm-request.ts'
import type { ChatMessage } from './chat-message.ts'
import type { CallState, Exchange, Reason } from './call-state.ts'

/** How often one line is asked for before the call is given up. At least three were seen on the live service. */
const ATTEMPTS = 3

interface Asked {
  reason: Reason
  signal: AbortSignal
  onText: (text: string) => void
}

/** The model's answer to the history; null when it was called off, or every attempt failed. */
export async function askWithRetries(call: CallState, asked: Asked): Promise<Reply | null> {
  if (call.switches.repeatsRequests) void askOnce(call, { ...asked, reason: 'repeat', onText: ignore })
  for (let attempt = 1; attempt <= ATTEMPTS && !asked.signal.aborted; attempt += 1) {
    const { reply } = await askOnce(call, asked, attempt)
    if (reply) return reply
  }
  return null
}

/** Asks about a turn that is not over, and calls it off at the first word. */
export async function speculate(call: CallState, text: string): Promise<void> {
  const off = new AbortController()
  const asked = { reason: 'speculation' as const, signal: off.signal }
  const history: ChatMessage[] = [...call.history, { role: 'user', content: text }]
  await askOnce({ ...call, history }, { ...asked, onText: () => off.abort() })
}

async function askOnce(call: CallState, asked: Asked, attempt = 1): Promise<Exchange> {
  const { switches, agent } = call
  const { reason, signal, onText } = asked
  const request = buildLlmRequest({ ...call, callsBareUrl: switches.callsBareUrl })
  const exchange: Exchange = { ...request, reason, attempt, outcome: 'asking', reply: null }
  call.exchanges.push(exchange)
  const answer = await askLlm(request, {
    signal,
    onText,
    firstWordMs: call.seconds(agent.conversation_config.agent.prompt.cascade_timeout_seconds),
    acceptsEmpty: reason === 'tool' && !switches.refusesEmptyToolAnswer,
  })
  return Object.assign(exchange, answer)
}

const ignore = () => undefined
