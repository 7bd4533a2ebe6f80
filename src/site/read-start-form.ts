import { Origin } from '../domain/interview/origin.ts'
import { CreateSession } from '../wire/sessions.ts'

/** What was typed into the setup form, as strings, so that a refused form can be shown again as it was. */
export interface TypedStart {
  jd: string
  level: string
  domain: string
  focus: string[]
  extraTime: boolean
  /** Of the page or the invitation that the form stood on; one that is none is left out. */
  origin: Origin
}

export const UNTYPED: TypedStart = {
  jd: '',
  level: 'senior',
  domain: 'auto',
  focus: [],
  extraTime: false,
  origin: {},
}

/** Reads the fields `jd`, `level`, `domain`, `focus` (repeated), `extraTime`, `landing` and `invite`; an absent one is untyped. */
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
    origin: Origin.catch({}).parse({
      landing: form.get('landing') ?? undefined,
      invite: form.get('invite') ?? undefined,
    }),
  }
}

/** What was typed as a request, or null when a choice is none of those offered. */
export function toStartRequest(typed: TypedStart): CreateSession | null {
  const parsed = CreateSession.safeParse(typed)
  return parsed.success ? parsed.data : null
}
