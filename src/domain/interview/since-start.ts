import type { SessionState } from './state.ts'

/** Milliseconds from the start of the interview to the last event, pauses included; 0 before the start. */
export function sinceStart({ lastAt, startedAt }: Pick<SessionState, 'lastAt' | 'startedAt'>): number {
  return Math.max(0, lastAt - (startedAt ?? lastAt))
}
