import type { AgentBody } from './agent-body.ts'
import type { Outcome, Reply } from './ask-llm.ts'
import type { LlmRequest } from './build-llm-request.ts'
import type { ChatMessage } from './chat-message.ts'
import type { Initiation } from './client-message.ts'
import type { Variables } from './fill-variables.ts'
import type { Wire } from './open-wire.ts'
import type { Sound } from './open-line.ts'
import type { Switches } from './switches.ts'

/** Why the model is asked. `repeat` and `speculation` are requests whose answers nobody hears. */
export type Reason = 'turn' | 'tool' | 'silence' | 'repeat' | 'speculation'

/** A request to the model and what became of it. */
export interface Exchange extends LlmRequest {
  reason: Reason
  /** 1 is the first. */
  attempt: number
  outcome: Outcome
  reply: Reply | null
}

/** One turn in the record of a call, as the service hands it out. */
export interface RecordedTurn {
  role: 'user' | 'agent'
  message: string | null
  tool_calls: {
    type: string
    request_id: string
    tool_name: string
    params_as_json: string
    tool_has_been_called: boolean
    tool_details: null
  }[]
  tool_results: {
    request_id: string
    tool_name: string
    result_value: string
    is_error: boolean
    tool_has_been_called: boolean
    tool_latency_secs: number
  }[]
  time_in_call_secs: number
  interrupted: boolean
  original_message: string | null
  source_medium: 'audio' | 'text' | null
}

export type ToolResult = { result: string; is_error: boolean }

/** What the parts of one call share. */
export interface CallState {
  agent: AgentBody
  initiation: Initiation
  variables: Variables
  secrets: Record<string, string>
  switches: Switches
  wire: Wire
  sound: Sound
  history: ChatMessage[]
  exchanges: Exchange[]
  record: RecordedTurn[]
  /** Milliseconds since the call began. */
  elapsed: () => number
  /** What counts as that many of the service's seconds, in milliseconds. */
  seconds: (count: number) => number
  nextEventId: () => number
  /** Those waiting for the result of a client tool, by the id of its call. */
  pendingTools: Map<string, (result: ToolResult) => void>
}
