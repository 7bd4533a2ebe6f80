import type { CallState, RecordedTurn } from './call-state.ts'
import type { Line } from './open-line.ts'
import { openLine } from './open-line.ts'

/** A turn of the agent's that is not over. */
export interface AgentTurn {
  line: Line
  /** Calls off the request that the answer comes from. */
  off: AbortController
  /** Where the history stood before it. */
  historyAt: number
  record: RecordedTurn
}

export function beginAgentTurn(call: CallState): AgentTurn {
  return {
    line: openLine(call.sound, call.nextEventId()),
    off: new AbortController(),
    historyAt: call.history.length,
    record: recordTurn(call, 'agent', null, null),
  }
}

/** Adds a turn to the record of the call. */
export function recordTurn(
  call: CallState,
  role: 'user' | 'agent',
  message: string | null,
  source_medium: 'audio' | 'text' | null,
): RecordedTurn {
  const turn: RecordedTurn = {
    role,
    message,
    tool_calls: [],
    tool_results: [],
    time_in_call_secs: Math.floor(call.elapsed() / 1000),
    interrupted: false,
    original_message: null,
    source_medium,
  }
  call.record.push(turn)
  return turn
}
