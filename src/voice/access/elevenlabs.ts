import { z } from 'zod'
import type { VoiceAccess } from '../voice-access.ts'
import { VoiceAccessFailure } from '../voice-access.ts'
import type { ElevenLabsAccount } from './ask-elevenlabs.ts'
import { askElevenLabs } from './ask-elevenlabs.ts'

export interface ElevenLabsSettings extends ElevenLabsAccount {
  agentId: string
}

const Signed = z.object({ signed_url: z.url({ protocol: /^wss?$/ }) })

/** Access to conversations with one agent of ElevenLabs: `GET /v1/convai/conversation/get-signed-url`. */
export function createElevenLabsAccess({ agentId, ...account }: ElevenLabsSettings): VoiceAccess {
  const query = new URLSearchParams({ agent_id: agentId }).toString()
  const path = `/v1/convai/conversation/get-signed-url?${query}`
  return {
    async signedUrl() {
      const signed = Signed.safeParse(await askElevenLabs(account, { method: 'GET', path }))
      if (signed.success) return signed.data.signed_url
      const problem = signed.error.issues[0]?.message ?? 'it does not fit'
      throw new VoiceAccessFailure('refused', `ElevenLabs answered without a usable signed_url: ${problem}`)
    },
  }
}
