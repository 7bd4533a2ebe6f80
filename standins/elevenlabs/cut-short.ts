import type { AgentTurn } from './agent-turn.ts'
import type { CallState } from './call-state.ts'

/** Ends the agent's turn at once: what was heard by then is all that stays of it. */
export function cutShort({ wire, history, switches }: CallState, turn: AgentTurn): void {
  const { line, off, historyAt, record } = turn
  const original = line.text()
  const wasSpeaking = line.isHeard()
  const heard = line.cut()
  off.abort()
  if (!wasSpeaking) return
  history.splice(historyAt)
  if (heard !== '') history.push({ role: 'assistant', content: heard })
  Object.assign(record, { message: heard, original_message: original, interrupted: true })
  wire.send({ type: 'interruption', interruption_event: { event_id: line.eventId } })
  if (switches.noCorrection) return
  wire.send({
    type: 'agent_response_correction',
    agent_response_correction_event: {
      original_agent_response: original,
      corrected_agent_response: heard,
      event_id: line.eventId,
    },
  })
}
