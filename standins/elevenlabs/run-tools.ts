import { z } from 'zod'
import type { CallState, RecordedTurn, ToolResult } from './call-state.ts'
import type { ChatMessage, ToolCall } from './chat-message.ts'
import type { Line } from './open-line.ts'

/** What is to be done after the tools: ask the model again, wait for the candidate, or hang up. */
export type Next = 'ask' | 'wait' | 'hang-up'

const Parameters = z.record(z.string(), z.unknown())

/** Runs the tools that the model called, one after the other, and adds their results to the history. */
export async function runTools(call: CallState, calls: ToolCall[], line: Line, turn: RecordedTurn) {
  let next: Next = 'ask'
  const results: ChatMessage[] = []
  for (const tool of calls) {
    const startedAt = call.elapsed()
    const type = tool.function.name in SYSTEM ? 'system' : 'client'
    if (tool.function.name === 'end_call') await sayFarewell(call, tool, line)
    const about = { tool_name: tool.function.name, tool_call_id: tool.id, tool_type: type }
    call.wire.send({ type: 'agent_tool_request', agent_tool_request: { ...about, event_id: line.eventId } })
    const { result, is_error } = await resultOf(call, tool, line)
    next = is_error ? next : (SYSTEM[tool.function.name] ?? next)
    call.wire.send({
      type: 'agent_tool_response',
      agent_tool_response: { ...about, is_error, is_called: true, event_id: line.eventId },
    })
    results.push({ role: 'tool', tool_call_id: tool.id, content: result })
    recordTool(turn, tool, type, { result, is_error }, (call.elapsed() - startedAt) / 1000)
  }
  call.history.push(...results)
  return next
}

const SYSTEM: Record<string, Next> = { end_call: 'hang-up', skip_turn: 'wait' }

/** The last line is heard out before the end is announced, since the client hangs up at once when it is. */
async function sayFarewell({ switches }: CallState, tool: ToolCall, line: Line): Promise<void> {
  const said = readParameters(tool)?.['system__message_to_speak']
  if (typeof said === 'string') line.say(said)
  if (!switches.endsCallAtOnce) await line.heardOut()
}

async function resultOf(call: CallState, tool: ToolCall, line: Line): Promise<ToolResult> {
  const { name } = tool.function
  const { tools, built_in_tools } = call.agent.conversation_config.agent.prompt
  if (built_in_tools[name]) return { result: '', is_error: false }
  const offered = tools.find((one) => one.type === 'client' && one.name === name)
  const parameters = readParameters(tool)
  if (!offered || !parameters) return { result: `Tool ${name} could not be called`, is_error: true }
  const answered = new Promise<ToolResult>((resolve) => call.pendingTools.set(tool.id, resolve))
  const sent = call.wire.send({
    type: 'client_tool_call',
    client_tool_call: { tool_name: name, tool_call_id: tool.id, parameters, event_id: line.eventId },
  })
  if (!sent) return { result: `Tool ${name} was not delivered: the event is not enabled`, is_error: true }
  if (!offered.expects_response) return { result: 'Tool called successfully', is_error: false }
  return inTime(answered, call.seconds(offered.response_timeout_secs))
}

async function inTime(answered: Promise<ToolResult>, ms: number): Promise<ToolResult> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<ToolResult>((resolve) => {
    timer = setTimeout(() => resolve({ result: 'Client tool timed out', is_error: true }), ms)
  })
  return Promise.race([answered, late]).finally(() => clearTimeout(timer))
}

function readParameters({ function: { arguments: json } }: ToolCall): Record<string, unknown> | null {
  try {
    return Parameters.safeParse(JSON.parse(json || '{}')).data ?? null
  } catch {
    return null
  }
}

function recordTool(turn: RecordedTurn, tool: ToolCall, type: string, done: ToolResult, seconds: number) {
  const about = { request_id: tool.id, tool_name: tool.function.name, tool_has_been_called: true }
  const params_as_json = tool.function.arguments
  turn.tool_calls.push({ ...about, type, params_as_json, tool_details: null })
  turn.tool_results.push({
    ...about,
    result_value: done.result,
    is_error: done.is_error,
    tool_latency_secs: seconds,
  })
}
