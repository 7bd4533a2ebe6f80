import type { Speed } from '../../voice-engine.ts'

/** One sentence being said. */
export interface Utterance {
  /** Settles when the sentence is out or was stopped. */
  done: Promise<void>
  /** How much of it has been said, 0-1. */
  progress(): number
  pause(): void
  resume(): void
  stop(): void
}

/** A voice. */
export interface Speaker {
  speak(sentence: string): Utterance
  /** Gets the sound of a sentence ready, where that takes time. */
  prepare(sentence: string): void
  setSpeed(speed: Speed): void
  stop(): void
}
