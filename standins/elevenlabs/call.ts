import type { AgentBody } from './agent-body.ts'
import type { Exchange, RecordedTurn } from './call-state.ts'
import type { Initiation, TypedMessage } from './client-message.ts'
import type { Ended } from './open-wire.ts'
import type { ServerMessage } from './server-message.ts'
import type { Switches } from './switches.ts'

/** One conversation, with what a test may do to it. */
export interface Call {
  id: string
  agentId: string
  initiation: Initiation
  /** All that was sent, in order. */
  sent: ServerMessage[]
  /** All that came but sound, in order. */
  received: TypedMessage[]
  /** How many messages of sound came, and how loud the last was (RMS, 0-1). */
  sound: { frames: number; loudness: number }
  /** Every request to the model. */
  exchanges: Exchange[]
  record: RecordedTurn[]
  /** The candidate says this, recognised word for word. Resolves when the answer was heard out or cut. */
  hears(text: string): Promise<void>
  /** The candidate starts to speak, with nothing recognised yet. */
  startsToHear(): void
  isSpeaking(): boolean
  /** Sends anything, if the agent's body enables it. */
  send(message: ServerMessage): void
  close(code: number, reason: string): void
  /** The network breaks. */
  drop(): void
  ended: Promise<Ended>
  /** Milliseconds since 1970. */
  startedAt: number
}

/** What was said, where turns are told by the loudness of the sound. Empty: nothing that counts. */
export type Transcribe = (samples: Int16Array, rate: number) => string | Promise<string>

export interface CallOptions {
  id: string
  agentId: string
  agent: AgentBody
  switches: Switches
  secrets: Record<string, string>
  voice: (text: string, rate: number) => Int16Array
  pace: number
  seconds: (count: number) => number
  /** Milliseconds since 1970. */
  now: () => number
  /** Null where turns are scripted. */
  transcribe: Transcribe | null
  onStart: (call: Call) => void
}
