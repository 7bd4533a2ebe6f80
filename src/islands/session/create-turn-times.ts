import type { Events } from './create-events.ts'
import type { SessionStore } from './create-store.ts'

/** What the far side has recognised, and when it was said; times in ms since 1970. */
interface Heard {
  text: string
  startedAt: number
  endedAt: number
}

export interface TurnTimes {
  heard(heard: Heard): void
  /** The log was read: tells of the turn that holds what was heard last, once the log has it. */
  settle(): void
}

/** Tells the server when the turns of a call were said, which only the page knows: a recording is played from there. */
export function createTurnTimes(store: SessionStore, send: Events['timed']): TurnTimes {
  let waiting: Heard | null = null
  let settledSeq = 0
  /** When turns began, by id: what the candidate adds to a turn ends it later. */
  const begun = new Map<string, number>()
  return {
    heard: (heard) => (waiting = heard),
    settle() {
      if (!waiting) return
      const { text, startedAt, endedAt } = waiting
      const said = store
        .get()
        .events.findLast((event) => event.kind === 'candidate-said' || event.kind === 'turn-revised')
      if (!said || said.seq <= settledSeq || !said.text.endsWith(text.trim())) return
      settledSeq = said.seq
      waiting = null
      const start = begun.get(said.turnId) ?? startedAt
      begun.set(said.turnId, start)
      send({ kind: 'turn-timed', turnId: said.turnId, startedAt: start, endedAt })
    },
  }
}
