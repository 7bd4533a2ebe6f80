import type { Call } from './call.ts'
import type { CallState } from './call-state.ts'
import type { Turns } from './create-turns.ts'

/** Seconds from one ping to the next, and pings that may stay unanswered. The live service's are not known. */
const PING_SECONDS = 2
const PINGS = 5

/** Pings, the longest that a call may last, and an end to all of it when the call ends. */
export function keepTime(call: Call, { wire, seconds, agent }: CallState, turns: Turns): void {
  let pings = 0
  const ping = setInterval(() => {
    const answered = call.received.filter(({ type }) => type === 'pong').length
    if (pings - answered >= PINGS) return wire.close(1011, 'transport_receive_timeout')
    if (wire.send({ type: 'ping', ping_event: { event_id: pings + 1 } })) pings += 1
  }, seconds(PING_SECONDS))
  const longest = setTimeout(() => {
    const message = 'Conversation exceeded the maximum duration'
    wire.send({ type: 'error', error_event: { code: 1000, error_type: 'max_duration_exceeded', message } })
    wire.close(1000, message)
  }, seconds(agent.conversation_config.conversation.max_duration_seconds))
  void call.ended.then(() => {
    clearInterval(ping)
    clearTimeout(longest)
    turns.stop()
  })
}
