import type { SessionState } from '../../domain/interview/state.ts'

/** Larger numbers are milliseconds since 1970, smaller ones milliseconds since `started`. */
const EPOCH_FROM = 100_000_000_000

/** A client's time as whole milliseconds since `started`; of an interview that starts now, since `startsAt`. */
export function sinceStartOf({ createdAt, startedAt }: SessionState, time: number, startsAt = 0): number {
  return Math.round(time > EPOCH_FROM ? time - createdAt - (startedAt ?? startsAt) : time)
}
