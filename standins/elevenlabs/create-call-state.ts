import type { CallOptions } from './call.ts'
import type { CallState } from './call-state.ts'
import type { Initiation } from './client-message.ts'
import type { Wire } from './open-wire.ts'

/** A call before its first turn. */
export function createCallState(initiation: Initiation, wire: Wire, options: CallOptions): CallState {
  const { agent, agentId, id, voice, pace, secrets, switches, seconds } = options
  const startedAt = performance.now()
  const { dynamic_variable_placeholders } = agent.conversation_config.agent.dynamic_variables
  const rate = Number(agent.conversation_config.tts.agent_output_audio_format.split('_')[1])
  let lastEventId = 0
  return {
    agent,
    initiation,
    secrets,
    switches,
    wire,
    seconds,
    variables: {
      ...dynamic_variable_placeholders,
      ...initiation.dynamic_variables,
      system__agent_id: agentId,
      system__conversation_id: id,
    },
    sound: { send: wire.send, rate, voice, pace, aligned: () => !switches.noAlignment },
    history: [],
    exchanges: [],
    record: [],
    elapsed: () => performance.now() - startedAt,
    nextEventId: () => (lastEventId += 1),
    pendingTools: new Map(),
  }
}
