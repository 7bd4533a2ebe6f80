import type { AgentBody, Source, Tool } from './agent-body.ts'
import type { ChatMessage } from './chat-message.ts'
import type { Initiation } from './client-message.ts'
import type { Variables } from './fill-variables.ts'
import { fillVariables } from './fill-variables.ts'

export interface LlmRequest {
  url: string
  headers: Record<string, string>
  body: Record<string, unknown> & { messages: ChatMessage[] }
}

interface Conversation {
  agent: AgentBody
  initiation: Initiation
  variables: Variables
  /** By their `secret_id`. */
  secrets: Record<string, string>
  history: ChatMessage[]
  callsBareUrl: boolean
}

/** What a system tool takes. Its names are those seen on the live service, which differ from its documents. */
const SYSTEM_TOOLS: Record<string, Record<string, string>> = {
  end_call: {
    reason: 'The reason for ending the call.',
    system__message_to_speak: 'A farewell message to say before the call ends.',
  },
  skip_turn: { reason: 'The reason for staying silent.' },
}

/** The request that asks the model for the next line, as the service makes it: `notes` c.2. */
export function buildLlmRequest(conversation: Conversation): LlmRequest {
  const { agent, initiation, variables, history } = conversation
  const { prompt, custom_llm, temperature, max_tokens } = readPrompt(agent)
  const instructions: ChatMessage = { role: 'system', content: fillVariables(prompt, variables) }
  const extra = agent.platform_settings.overrides.custom_llm_extra_body && initiation.custom_llm_extra_body
  return {
    url: addressOf(custom_llm.url, conversation.callsBareUrl),
    headers: headersOf(conversation),
    body: {
      model: custom_llm.model_id,
      messages: [instructions, ...history],
      ...(temperature !== null && { temperature }),
      max_tokens,
      stream: true,
      tools: toolsOf(agent),
      ...(initiation.user_id !== undefined && { user_id: initiation.user_id }),
      ...(extra ? { elevenlabs_extra_body: extra } : {}),
    },
  }
}

function readPrompt({ conversation_config }: AgentBody) {
  return conversation_config.agent.prompt
}

function addressOf(base: string, bare: boolean): string {
  const url = new URL(base)
  if (!bare) url.pathname = `${url.pathname.replace(/\/$/, '')}/chat/completions`
  return url.href
}

function headersOf({ agent, variables, secrets }: Conversation): Record<string, string> {
  const { api_key, request_headers } = readPrompt(agent).custom_llm
  const resolve = (source: Source) => readSource(source, variables, secrets)
  const headers: Record<string, string> = { 'content-type': 'application/json' }
  if (api_key !== undefined) headers['authorization'] = `Bearer ${resolve(api_key)}`
  for (const [name, source] of Object.entries(request_headers)) headers[name] = resolve(source)
  return headers
}

function readSource(source: Source, variables: Variables, secrets: Record<string, string>): string {
  if (typeof source === 'string') return source
  if ('secret_id' in source) return secrets[String(source.secret_id)] ?? ''
  if ('variable_name' in source) return String(variables[String(source.variable_name)] ?? '')
  return ''
}

function toolsOf(agent: AgentBody) {
  const { built_in_tools, tools } = readPrompt(agent)
  const system = Object.entries(built_in_tools).flatMap(([name, tool]) => {
    const parameters = SYSTEM_TOOLS[name]
    if (!tool || !parameters) return []
    const properties = Object.fromEntries(
      Object.entries(parameters).map(([key, description]) => [key, { type: 'string', description }]),
    )
    return [asFunction(name, describe(tool) || name, { type: 'object', properties, required: ['reason'] })]
  })
  const client = tools
    .filter(({ type }) => type === 'client')
    .map(({ name, description, parameters }: Tool) => asFunction(name, description, parameters))
  return [...system, ...client]
}

const asFunction = (name: string, description: string, parameters: unknown) => ({
  type: 'function',
  function: { name, description, parameters: parameters ?? { type: 'object', properties: {} } },
})

function describe(tool: unknown): string {
  return typeof tool === 'object' && tool !== null && 'description' in tool ? String(tool.description) : ''
}
