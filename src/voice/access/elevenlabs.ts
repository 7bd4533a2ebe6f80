import { z } from 'zod'
import type { VoiceAccess } from '../voice-access.ts'
import { VoiceAccessFailure } from '../voice-access.ts'
import type { ElevenLabsAccount } from './ask-elevenlabs.ts'
import { askElevenLabs } from './ask-elevenlabs.ts'

export interface ElevenLabsSettings extends ElevenLabsAccount {
  agentId: string
}

const Signed = z.object({ signed_url: z.url({ protocol: /^wss?$/ }) })

/**
 * Access to conversations with one agent of ElevenLabs: `GET /v1/convai/conversation/get-signed-url`. An address at
 * another host than the API's is refused, since the page's content policy would let no browser open it.
 */
export function createElevenLabsAccess({ agentId, ...account }: ElevenLabsSettings): VoiceAccess {
  const query = new URLSearchParams({ agent_id: agentId }).toString()
  const path = `/v1/convai/conversation/get-signed-url?${query}`
  return {
    async signedUrl() {
      const signed = Signed.safeParse(await askElevenLabs(account, { method: 'GET', path }))
      if (signed.success) return atHostOf(account.baseUrl, signed.data.signed_url)
      const problem = signed.error.issues[0]?.message ?? 'it does not fit'
      throw new VoiceAccessFailure('refused', `ElevenLabs answered without a usable signed_url: ${problem}`)
    },
  }
}

function atHostOf(baseUrl: string, signedUrl: string): string {
  const [wanted, given] = [new URL(baseUrl).host, new URL(signedUrl).host]
  if (given === wanted) return signedUrl
  const message = `ElevenLabs gave a signed_url at ${given}; set ELEVENLABS_BASE_URL to that host instead of ${wanted}.`
  throw new VoiceAccessFailure('refused', message)
}
