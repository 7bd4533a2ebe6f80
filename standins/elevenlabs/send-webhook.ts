import { signWebhook } from './sign-webhook.ts'

export interface Webhook {
  url: string
  secret: string
}

/** How webhooks are delivered. The service sends each once and never again, a moment after the call. */
export interface Delivery {
  /** How often each is sent; 0 sends none. */
  copies: number
  /** Milliseconds before the first. */
  delayMs: number
  /** How old the signature says it is, in seconds. */
  ageSeconds: number
}

/** A webhook that was sent and how it was answered; 0 when it was not. */
export interface Delivered {
  type: string
  signature: string
  body: string
  status: number
}

export interface WebhookEvent {
  type: 'post_call_transcription' | 'post_call_audio'
  data: Record<string, unknown>
}

/** Sends the event, signed, as often as is to be. @param now milliseconds since 1970 */
export async function sendWebhook(
  { url, secret }: Webhook,
  event: WebhookEvent,
  { copies, delayMs, ageSeconds }: Delivery,
  now: () => number,
): Promise<Delivered[]> {
  if (copies === 0) return []
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  const seconds = Math.floor(now() / 1000) - ageSeconds
  const body = JSON.stringify({ type: event.type, event_timestamp: seconds, data: event.data })
  const signature = signWebhook(secret, seconds, body)
  const post = async (): Promise<Delivered> => {
    const headers = { 'content-type': 'application/json', 'ElevenLabs-Signature': signature }
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => null)
    await response?.arrayBuffer().catch(() => null)
    return { type: event.type, signature, body, status: response?.status ?? 0 }
  }
  const delivered: Delivered[] = []
  for (let copy = 0; copy < copies; copy += 1) delivered.push(await post())
  return delivered
}
