import { WebSocket } from 'ws'
import { z } from 'zod'
import type { ElevenLabs } from './start-elevenlabs.ts'

const Message = z.looseObject({ type: z.string() })
export type Message = z.infer<typeof Message>
const Ping = z.looseObject({ type: z.literal('ping'), ping_event: z.object({ event_id: z.number() }) })
const SignedUrl = z.object({ signed_url: z.string() })

/** A client of the stand-in that does nothing by itself. */
export interface Dialled {
  messages: Message[]
  send(message: unknown): void
  /** The first message of the type that was not asked for yet. */
  next(type: string): Promise<Message>
  closed: Promise<{ code: number; reason: string }>
  close(): void
}

/** An address with which one conversation can be started. */
export async function signedUrl({ url, apiKey }: ElevenLabs, agentId = 'agent_1'): Promise<string> {
  const address = `${url}/v1/convai/conversation/get-signed-url?agent_id=${agentId}`
  const response = await fetch(address, { headers: { 'xi-api-key': apiKey } })
  return SignedUrl.parse(await response.json()).signed_url
}

/** Opens a conversation as the real client does, with its first message, and answers pings unless told not to. */
export async function dial(
  address: string,
  initiation: Record<string, unknown> = {},
  { answersPings = true } = {},
): Promise<Dialled> {
  const socket = new WebSocket(`${address}&source=js_sdk&version=1.25.0`, ['convai'])
  const send = (message: unknown) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message))
  const messages: Message[] = []
  const unread: Message[] = []
  const wakers = new Set<() => void>()
  socket.on('message', (data) => {
    const message = Message.parse(JSON.parse(String(data)))
    messages.push(message)
    const ping = Ping.safeParse(message).data
    if (ping && answersPings) send({ type: 'pong', event_id: ping.ping_event.event_id })
    unread.push(message)
    for (const wake of wakers) wake()
    wakers.clear()
  })
  socket.on('error', () => undefined)
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }))
  })
  await Promise.race([new Promise((resolve) => socket.once('open', resolve)), closed])
  const conversation_config_override = { agent: {}, tts: {}, conversation: {} }
  send({ type: 'conversation_initiation_client_data', conversation_config_override, ...initiation })
  return {
    messages,
    send,
    closed,
    close: () => socket.close(1000, 'User ended conversation'),
    async next(type) {
      for (;;) {
        const at = unread.findIndex((message) => message.type === type)
        const found = at < 0 ? undefined : unread.splice(at, 1)[0]
        if (found) return found
        await new Promise<void>((resolve) => wakers.add(resolve))
      }
    },
  }
}
