import { z } from 'zod'
import type { CallNotice, ReadCallNotice, ReadNotice } from '../call-service.ts'
import { ElevenLabsCall, ElevenLabsId, toCallFacts } from './elevenlabs-calls.ts'
import { verifySignature } from './verify-signature.ts'

const Envelope = z.object({ type: z.string(), data: z.unknown() })

const toNotice = {
  post_call_transcription: z.object({ data: ElevenLabsCall }).transform(({ data }): CallNotice => {
    return { kind: 'ended', facts: toCallFacts(data) }
  }),
  post_call_audio: z
    .object({ data: z.object({ conversation_id: ElevenLabsId, full_audio: z.base64().min(1) }) })
    .transform(({ data }): CallNotice => {
      const audio = new Uint8Array(Buffer.from(data.full_audio, 'base64'))
      return { kind: 'audio', conversationId: data.conversation_id, audio }
    }),
}

/** Reads ElevenLabs' post-call webhooks. Without a secret nothing counts as signed. */
export function createElevenLabsWebhook(secret: string | undefined): ReadCallNotice {
  return (body, signature, nowMs) => {
    if (secret === undefined || !verifySignature(body, signature, secret, nowMs)) {
      return { ok: false, why: 'unsigned' }
    }
    const json = parseJson(new TextDecoder().decode(body))
    const envelope = Envelope.safeParse(json)
    if (!envelope.success) return unreadable(envelope.error)
    switch (envelope.data.type) {
      case 'post_call_transcription':
      case 'post_call_audio': {
        const read = toNotice[envelope.data.type].safeParse(json)
        return read.success ? { ok: true, notice: read.data } : unreadable(read.error)
      }
      default:
        return { ok: true, notice: { kind: 'other' } }
    }
  }
}

function unreadable({ issues }: z.ZodError): ReadNotice {
  return { ok: false, why: 'unreadable', field: issues[0]?.path.join('.') || 'body' }
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
