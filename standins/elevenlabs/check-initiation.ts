import type { AgentBody } from './agent-body.ts'
import type { Initiation } from './client-message.ts'
import type { Variables } from './fill-variables.ts'
import { variablesIn } from './fill-variables.ts'

export interface Refusal {
  error_type: 'override_error' | 'missing_dynamic_variable'
  message: string
}

/** Why the service refuses a conversation that starts like this: the two mistakes that end most first calls. */
export function checkInitiation(agent: AgentBody, { overrides, variables }: Asked): Refusal | null {
  const allowed = agent.platform_settings.overrides.conversation_config_override
  const forbidden = leaves(overrides).find((path) => !isAllowed(allowed, path))
  if (forbidden) {
    const field = forbidden.join('.')
    return {
      error_type: 'override_error',
      message: `Override for field '${field}' is not allowed by config.`,
    }
  }
  const missing = variablesOf(agent).filter((name) => variables[name] === undefined)
  if (missing.length === 0) return null
  const names = missing.join(', ')
  return { error_type: 'missing_dynamic_variable', message: `Missing required dynamic variables: ${names}` }
}

interface Asked {
  overrides: Initiation['conversation_config_override']
  variables: Variables
}

function variablesOf(agent: AgentBody): string[] {
  const { first_message, prompt } = agent.conversation_config.agent
  const headers = Object.values(prompt.custom_llm.request_headers).flatMap((source) =>
    typeof source === 'object' && 'variable_name' in source ? [String(source.variable_name)] : [],
  )
  return [...variablesIn(first_message), ...variablesIn(prompt.prompt), ...headers]
}

function leaves(value: unknown, path: string[] = []): string[][] {
  if (!isRecord(value)) return [path]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
}

function isAllowed(allowed: unknown, [key, ...rest]: string[]): boolean {
  if (key === undefined) return allowed === true
  return isRecord(allowed) && isAllowed(allowed[key], rest)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
