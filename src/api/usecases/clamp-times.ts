import type { SessionState } from '../../domain/interview/state.ts'
import type { TakeTurn } from '../../wire/sessions.ts'
import { sinceStartOf } from './since-start-of.ts'

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
    return sinceStartOf(state, time, zero)
  }
  const clamp = (time: number, from: number) => Math.min(Math.max(time, from), now)
  const startMs = clamp(local(startedAt, earliest), earliest)
  return { startMs, endMs: clamp(local(endedAt, now), startMs) }
}
