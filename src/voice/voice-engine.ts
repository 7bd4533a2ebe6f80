/** What an engine tells the page. Times are milliseconds since 1970 on this device. */
export type VoiceEvent =
  /** The candidate is forming an answer: a key was pressed, or speech is heard. */
  | { kind: 'candidate-active'; at: number }
  | { kind: 'turn-committed'; text: string; startedAt: number; endedAt: number; source: 'typed' | 'voice' }
  /** `unsaid`: words handed to `say` that have not been said yet; 0 when the line is out. */
  | { kind: 'speech-progressed'; unsaid: number }

/** How the interviewer's lines reach the candidate, and the candidate's answers reach the page. */
export interface VoiceEngine {
  /** Reports to `onEvent` from now on. Called once. */
  start(onEvent: (event: VoiceEvent) => void): void
  /** Falls silent and reports nothing more. */
  stop(): void
  /** Adds to what is being said; returns at once. */
  say(text: string): void
  /** Stops speaking within the word. What was left is dropped and reported as said. */
  interrupt(): void
}
