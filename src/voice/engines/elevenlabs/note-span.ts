/** A sound without words is not the beginning of what is said so much later, in ms. */
const APART_MS = 2_000

/** When something was said, in ms since 1970 by this device's clock. */
export interface Span {
  startedAt: number
  endedAt: number
}

/** Notes from when to when the far side hears the candidate, turn by turn. */
export function noteSpan(now: () => number) {
  let span: Span | null = null
  let hasWords = false
  return {
    /** Speech is heard. */
    sound(): void {
      const at = now()
      const goesOn = span !== null && (hasWords || at - span.endedAt < APART_MS)
      span = { startedAt: goesOn && span ? span.startedAt : at, endedAt: at }
    },
    /** Words were recognised in it. */
    words(): void {
      hasWords = true
    },
    /** The turn is over. @returns null where no speech was heard, as of one that was typed */
    end(): Span | null {
      const said = span
      span = null
      hasWords = false
      return said
    },
  }
}
