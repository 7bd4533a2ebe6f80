import type { SessionState } from '../../domain/interview/state.ts'
import type { TakeTurn } from '../../wire/sessions.ts'

/** Larger numbers are milliseconds since 1970, smaller ones milliseconds since `started`. */
const EPOCH_FROM = 100_000_000_000

/**
 * When a turn was said, in ms since `started`: what the client says, kept between the last line before it
 * and now. Without it, the whole gap. Never fails and never drives the clock.
 */
export function clampTimes(
  state: SessionState,
  at: number,
  { startedAt, endedAt }: Pick<TakeTurn, 'startedAt' | 'endedAt'>,
): { startMs: number; endMs: number } {
  const zero = state.startedAt ?? at
  const now = Math.max(0, at - zero)
  const earliest = Math.min(now, state.transcript.at(-1)?.endMs ?? 0)
  const local = (time: number | undefined, fallback: number) => {
    if (time === undefined || !Number.isFinite(time)) return fallback
    return Math.round(time > EPOCH_FROM ? time - state.createdAt - zero : time)
  }
  const clamp = (time: number, from: number) => Math.min(Math.max(time, from), now)
  const startMs = clamp(local(startedAt, earliest), earliest)
  return { startMs, endMs: clamp(local(endedAt, now), startMs) }
}
