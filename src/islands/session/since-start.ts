import type { SessionModel } from './session-model.ts'

/** Milliseconds since the interview started, as far as this device knows; 0 before. */
export function sinceStart({ events, syncedAt }: SessionModel, now: number): number {
  const zero = startOf(events)
  const last = events.at(-1)
  if (zero === undefined || !last) return 0
  return Math.max(0, last.at - zero + Math.max(0, now - syncedAt))
}

/** When the interview started, in ms since the session was made; undefined before. */
export function startOf(events: SessionModel['events']): number | undefined {
  return events.find(({ kind }) => kind === 'started')?.at
}
