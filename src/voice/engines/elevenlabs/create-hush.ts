/** Milliseconds between signs of activity: the far side keeps quiet for about 2 s after each. */
const ACTIVITY_MS = 1_500
/** Milliseconds for which a finished answer is followed by nothing but silence, unless it is recognised earlier. */
const FINISH_MS = 2_000

/** What of a conversation keeps it quiet. */
export interface Quietable {
  setMicMuted(on: boolean): void
  sendUserActivity(): void
}

/** When the far side hears nothing, and when it is asked not to speak. */
export interface Hush {
  /** Brings a new conversation to the state of the one before. */
  attach(conversation: Quietable | null): void
  mute(on: boolean): void
  /**
   * On hold the microphone is off and the far side is told every 1.5 s that the candidate is there, so that it does
   * not speak. It cannot be kept from ending a turn that was being spoken when the hold began.
   */
  hold(on: boolean): void
  /** The protocol knows no end of a turn: with the microphone off, the far side finds it soonest. */
  finish(): void
  /** The far side has recognised a turn. */
  turnOver(): void
  /** A key was pressed. */
  typing(): void
  /** Whether the candidate has muted the microphone. */
  isMuted(): boolean
  /** Whether it is off for any reason. */
  isOff(): boolean
  stop(): void
}

/** @param now milliseconds since 1970 */
export function createHush(now: () => number): Hush {
  let conversation: Quietable | null = null
  let muted = false
  let typedAt = -Infinity
  let holding: ReturnType<typeof setInterval> | undefined
  let finishing: ReturnType<typeof setTimeout> | undefined

  const isOff = () => muted || holding !== undefined || finishing !== undefined
  const apply = () => conversation?.setMicMuted(isOff())
  const stayQuiet = () => conversation?.sendUserActivity()
  const turnOver = () => {
    if (finishing === undefined) return
    clearTimeout(finishing)
    finishing = undefined
    apply()
  }
  return {
    attach(next) {
      conversation = next
      apply()
    },
    mute(on) {
      muted = on
      apply()
    },
    hold(on) {
      clearInterval(holding)
      holding = on ? setInterval(stayQuiet, ACTIVITY_MS) : undefined
      stayQuiet()
      apply()
    },
    finish() {
      clearTimeout(finishing)
      finishing = setTimeout(turnOver, FINISH_MS)
      apply()
    },
    turnOver,
    typing() {
      if (now() < typedAt + ACTIVITY_MS) return
      typedAt = now()
      stayQuiet()
    },
    isMuted: () => muted,
    isOff,
    stop() {
      clearInterval(holding)
      clearTimeout(finishing)
      conversation = null
    },
  }
}
