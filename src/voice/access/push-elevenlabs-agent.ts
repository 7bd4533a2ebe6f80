import { z } from 'zod'
import { VoiceAccessFailure } from '../voice-access.ts'
import type { ElevenLabsAccount } from './ask-elevenlabs.ts'
import { askElevenLabs } from './ask-elevenlabs.ts'
import type { AgentOptions } from './elevenlabs-agent.ts'
import { elevenLabsAgent } from './elevenlabs-agent.ts'

const Pushed = z.object({ agent_id: z.string().min(1) })

/**
 * Brings the agent at ElevenLabs to what `elevenLabsAgent` says: the one with this id, or a new one. Gives its id.
 * @throws VoiceAccessFailure when ElevenLabs refuses or does not answer.
 */
export async function pushElevenLabsAgent(
  account: ElevenLabsAccount,
  options: AgentOptions,
  agentId: string | undefined,
): Promise<string> {
  const body = elevenLabsAgent(options)
  const request =
    agentId === undefined
      ? ({ method: 'POST', path: '/v1/convai/agents/create', body } as const)
      : ({ method: 'PATCH', path: `/v1/convai/agents/${encodeURIComponent(agentId)}`, body } as const)
  const pushed = Pushed.safeParse(await askElevenLabs(account, request))
  if (pushed.success) return pushed.data.agent_id
  throw new VoiceAccessFailure('refused', 'ElevenLabs answered without an agent_id')
}
