import { CreateSession } from '../wire/sessions.ts'

/** What was typed into the setup form, as strings, so that a refused form can be shown again as it was. */
export interface TypedStart {
  jd: string
  level: string
  domain: string
  focus: string[]
  extraTime: boolean
}

export const UNTYPED: TypedStart = { jd: '', level: 'senior', domain: 'auto', focus: [], extraTime: false }

/** Reads the fields `jd`, `level`, `domain`, `focus` (repeated) and `extraTime`; an absent one is untyped. */
export function readStartForm(form: FormData): TypedStart {
  const text = (name: string, untyped: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : untyped
  }
  return {
    jd: text('jd', ''),
    level: text('level', UNTYPED.level),
    domain: text('domain', UNTYPED.domain),
    focus: form.getAll('focus').filter((value) => typeof value === 'string'),
    extraTime: form.has('extraTime'),
  }
}

/** What was typed as a request, or null when a choice is none of those offered. */
export function toStartRequest(typed: TypedStart): CreateSession | null {
  const parsed = CreateSession.safeParse(typed)
  return parsed.success ? parsed.data : null
}
