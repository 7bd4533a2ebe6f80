import type { AgentBody } from './agent-body.ts'
import { AgentBody as AgentBodySchema } from './agent-body.ts'
import { buildRecord } from './build-record.ts'
import type { Call } from './call.ts'
import type { Ended } from './open-wire.ts'
import type { ElevenLabsOptions } from './options.ts'
import type { Delivered, Delivery } from './send-webhook.ts'
import type { Workspace } from './serve-api.ts'
import { createSignedUrls } from './signed-urls.ts'
import { silentMp3 } from './silent-mp3.ts'
import type { Switches } from './switches.ts'
import { createSwitches } from './switches.ts'

/** The stand-in's state: one workspace with its agents and conversations. */
export interface Running {
  options: ElevenLabsOptions
  port: number
  stopped: boolean
  space: Workspace
  switches: Switches
  delivery: Delivery
  /** Every conversation that got as far as its metadata. */
  calls: Call[]
  ended: Map<string, Ended & { at: number }>
  delivered: Delivered[]
  /** Conversations nobody asked for yet, and those who wait for the next. */
  untaken: Call[]
  waiting: ((call: Call) => void)[]
  now: () => number
}

/** @throws ZodError when an agent's body lacks what a call needs */
export function createRunning(options: ElevenLabsOptions): Running {
  const now = options.now ?? (() => Date.now())
  const space: Workspace = {
    forgotten: new Set(),
    apiKey: options.apiKey ?? 'xi_local',
    agents: new Map(),
    secrets: { ...options.secrets },
    webhooks: new Map(Object.entries(options.webhooks ?? {})),
    signedUrls: createSignedUrls(now),
    socketUrl: () => `ws://127.0.0.1:${running.port}`,
    conversation: (id) => recordOf(running, id),
    recording: (id) => recordingOf(running, id),
  }
  for (const [id, raw] of Object.entries(options.agents ?? {})) {
    space.agents.set(id, { raw: { ...(typeof raw === 'object' && raw) }, agent: AgentBodySchema.parse(raw) })
  }
  const running: Running = {
    options,
    port: 0,
    stopped: false,
    space,
    switches: createSwitches(options.switches),
    delivery: { copies: 1, delayMs: 0, ageSeconds: 0, ...options.delivery },
    calls: [],
    ended: new Map(),
    delivered: [],
    untaken: [],
    waiting: [],
    now,
  }
  return running
}

function recordOf(running: Running, id: string) {
  const found = find(running, id)
  return found && buildRecord(found.call, found)
}

function recordingOf(running: Running, id: string): Buffer | null {
  const { call, agent, ended } = find(running, id) ?? {}
  if (!call || !ended || !agent?.platform_settings.privacy.record_voice) return null
  return silentMp3(ended.at - call.startedAt)
}

function find({ calls, ended, space }: Running, id: string) {
  const call = space.forgotten.has(id) ? undefined : calls.find((one) => one.id === id)
  const agent: AgentBody | undefined = space.agents.get(call?.agentId ?? '')?.agent
  return call && agent ? { call, agent, ended: ended.get(id) ?? null } : null
}
