import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { AgentBody } from './agent-body.ts'
import { announceEnd } from './announce-end.ts'
import type { Call } from './call.ts'
import type { Running } from './create-running.ts'
import { openCall } from './open-call.ts'
import { tone } from './tone.ts'

/** Starts a conversation, or closes it with 3000 when its address is not good for one. */
export function admit(running: Running, request: IncomingMessage, socket: WebSocket): void {
  const { space, switches, options } = running
  const { searchParams } = new URL(request.url ?? '/', 'http://stand-in')
  const agentId = searchParams.get('agent_id') ?? ''
  const agent = space.agents.get(agentId)?.agent
  if (!agent) return socket.close(3000, 'The AI agent you are trying to reach does not exist.')
  const signature = searchParams.get('conversation_signature')
  const isAllowed = isAuthorized(running, agent, { agentId, signature })
  if (!isAllowed || (switches.checksOrigin && !isFromListedOrigin(agent, request))) {
    return socket.close(3000, 'Could not authorize the conversation.')
  }
  openCall(socket, {
    id: `conv_${randomBytes(8).toString('hex')}`,
    agentId,
    agent,
    switches,
    secrets: space.secrets,
    voice: options.voice ?? tone,
    pace: options.pace ?? 2,
    seconds: (count) => count * (options.secondMs ?? 1000),
    now: running.now,
    transcribe: options.transcribe ?? null,
    onStart: (call) => register(running, call, agent),
  })
}

interface Address {
  agentId: string
  signature: string | null
}

function isAuthorized({ space }: Running, agent: AgentBody, { agentId, signature }: Address): boolean {
  if (signature !== null) return space.signedUrls.redeem(agentId, signature)
  return !agent.platform_settings.auth.enable_auth
}

function isFromListedOrigin({ platform_settings }: AgentBody, { headers }: IncomingMessage): boolean {
  const { allowlist } = platform_settings.auth
  const host = headers.origin === undefined ? null : new URL(headers.origin).hostname
  return allowlist.length === 0 || allowlist.some(({ hostname }) => hostname === host)
}

function register(running: Running, call: Call, agent: AgentBody): void {
  running.calls.push(call)
  const taker = running.waiting.shift()
  if (taker) taker(call)
  else running.untaken.push(call)
  void call.ended.then(async (ended) => {
    running.ended.set(call.id, { ...ended, at: running.now() })
    if (!running.stopped) await announceEnd(running, call, agent)
  })
}
