import type { CallArchive } from '../call-service.ts'
import { ElevenLabsCall, toCallFacts } from './elevenlabs-calls.ts'

export interface ElevenLabsAccount {
  apiKey: string
  /** Where the API is: `https://api.elevenlabs.io`, or what stands in for it. */
  baseUrl: string
}

const FACTS_MS = 10_000
const AUDIO_MS = 120_000
/** A conversation of the longest kind, an hour at 128 kbit/s, has 58 MB. */
const LARGEST_AUDIO = 64 * 1024 * 1024
const LARGEST_FACTS = 8 * 1024 * 1024

/** Asks ElevenLabs after conversations. Its calls throw Error when it refuses, does not answer in time or in sense. */
export function createElevenLabsConversations({ apiKey, baseUrl }: ElevenLabsAccount): CallArchive {
  async function ask(method: 'GET' | 'DELETE', path: string, withinMs: number, largest: number) {
    const response = await fetch(new URL(`/v1/convai/conversations/${path}`, baseUrl), {
      method,
      headers: { 'xi-api-key': apiKey },
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    })
    if (response.status === 404) {
      await response.body?.cancel()
      return undefined
    }
    if (response.ok) return readAtMost(response, largest)
    await response.body?.cancel()
    throw new Error(`ElevenLabs answered with ${response.status} to ${method} conversations/${path}`)
  }
  return {
    async facts(conversationId) {
      const body = await ask('GET', encodeURIComponent(conversationId), FACTS_MS, LARGEST_FACTS)
      if (!body) return undefined
      const read = ElevenLabsCall.safeParse(JSON.parse(new TextDecoder().decode(body)))
      if (!read.success) {
        const [issue] = read.error.issues
        throw new Error(
          `ElevenLabs' conversation ${conversationId}: ${issue?.path.join('.')}: ${issue?.message}`,
        )
      }
      return isOver(read.data.status) ? toCallFacts(read.data) : 'running'
    },
    audio: (conversationId) =>
      ask('GET', `${encodeURIComponent(conversationId)}/audio`, AUDIO_MS, LARGEST_AUDIO),
    async forget(conversationId) {
      await ask('DELETE', encodeURIComponent(conversationId), FACTS_MS, LARGEST_FACTS)
    },
  }
}

function isOver(status: string | null | undefined): boolean {
  return status === 'done' || status === 'failed'
}

/** @throws Error when there are more bytes than that */
async function readAtMost({ body }: Response, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.length
    if (size > largest) throw new Error(`ElevenLabs answered with more than ${largest} bytes`)
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
