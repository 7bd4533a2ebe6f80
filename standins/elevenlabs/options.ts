import type { Transcribe } from './call.ts'
import type { Delivery, Webhook } from './send-webhook.ts'
import type { Switches } from './switches.ts'

export interface ElevenLabsOptions {
  /** Bodies of agents by id, as they would be sent to the service. */
  agents?: Record<string, unknown>
  apiKey?: string
  /** Values by `secret_id`. */
  secrets?: Record<string, string>
  /** By `post_call_webhook_id`. */
  webhooks?: Record<string, Webhook>
  /** 0 takes one that is free. */
  port?: number
  switches?: Partial<Switches>
  delivery?: Partial<Delivery>
  /** Milliseconds since 1970. */
  now?: () => number
  /** What counts as a second of the service's timeouts, in milliseconds; sound keeps its own time. */
  secondMs?: number
  /** How many times faster than it is heard sound is sent, 1 or more. */
  pace?: number
  /** Mono samples of a text at a rate; a tone of 300 ms a word where nothing is given. */
  voice?: (text: string, rate: number) => Int16Array
  /** Makes turns of the microphone's sound by its loudness; where nothing is given they are scripted. */
  transcribe?: Transcribe
}
