import { LONGEST_COUNTED_GAP_MS, countedGap } from '../../domain/interview/clock.ts'
import type { PublicEvent, PublicState } from '../../wire/public-event.ts'

/**
 * The interview's clock in ms: the server's, advanced on this device for as long as a quiet gap counts.
 * `sinceSync`: ms since the server's clock was read; a device clock set back counts as none.
 */
export function clockAt(state: Pick<PublicState, 'clockMs' | 'phase' | 'onHold'>, sinceSync: number): number {
  return state.clockMs + countedGap(sinceSync, state.phase === 'live' && !state.onHold)
}

/** Milliseconds until the second shown by `clockAt` changes; null while it stands still. */
export function nextTick(
  state: Pick<PublicState, 'clockMs' | 'phase' | 'onHold'>,
  sinceSync: number,
): number | null {
  const runs = state.phase === 'live' && !state.onHold && sinceSync < LONGEST_COUNTED_GAP_MS
  return runs ? 1000 - (clockAt(state, sinceSync) % 1000) : null
}

/** Clock time at which the section on now was entered, in ms, as the events tell; 0 before the first. */
export function sectionStart(events: PublicEvent[]): number {
  let clockMs = 0
  let running = false
  let lastAt = 0
  let entered: { seq: number; clockMs: number }[] = []
  for (const event of events) {
    clockMs += countedGap(event.at - lastAt, running)
    lastAt = Math.max(lastAt, event.at)
    if (event.kind === 'section-entered') entered.push({ seq: event.seq, clockMs })
    if (event.kind === 'turn-revised') entered = standing(entered, event.since)
    running = runsAfter(event, running)
  }
  return entered.at(-1)?.clockMs ?? 0
}

/** Without the sections that a withdrawn answer had entered. */
function standing(entered: { seq: number; clockMs: number }[], since = Infinity) {
  return entered.filter(({ seq }) => seq < since)
}

function runsAfter(event: PublicEvent, running: boolean): boolean {
  switch (event.kind) {
    case 'started':
    case 'candidate-said':
    case 'hold-ended':
    case 'returned':
      return true
    case 'turn-revised':
      return running || event.since !== undefined
    case 'hold-started':
    case 'left':
    case 'finished':
      return false
    case 'section-entered':
    case 'agent-said':
    case 'agent-interrupted':
    case 'term-settled':
    case 'snippet-shown':
    case 'lines-highlighted':
    case 'lines-selected':
    case 'hint-given':
    case 'moment-marked':
    case 'note-added':
      return running
  }
}
