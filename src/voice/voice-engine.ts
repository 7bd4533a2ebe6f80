/** How fast the interviewer speaks; 1 is a calm interviewer's pace. */
export const SPEEDS = [0.8, 1, 1.2] as const
export type Speed = (typeof SPEEDS)[number]

/** Why the candidate cannot be heard, or that they can. `muted` is their own choice. */
export type MicrophoneState = 'starting' | 'on' | 'muted' | 'denied' | 'absent' | 'lost'

/**
 * Why there is no line to the far side: our server gave no access to it; it did not answer in time; it refused the
 * conversation; the conversation broke off; or this device cannot hold it.
 */
export type LineFault = 'no-access' | 'no-answer' | 'refused' | 'dropped' | 'unusable'

/** What an engine tells the page. Times are milliseconds since 1970 on this device. */
export type VoiceEvent =
  /** The candidate is forming an answer: a key was pressed, or speech is heard. */
  | { kind: 'candidate-active'; at: number }
  /** All that was heard of the answer being spoken, so far; empty when there is none or it was dropped. */
  | { kind: 'heard'; text: string }
  /**
   * The candidate spoke while the interviewer did; the engine has fallen silent. `unsaid` words were left. `heard`:
   * what was heard of the line, where the far side tells it.
   */
  | { kind: 'talked-over'; unsaid: number; heard?: string }
  | { kind: 'turn-committed'; text: string; startedAt: number; endedAt: number; source: 'typed' | 'voice' }
  /** `unsaid`: words handed to `say` that have not been said yet; 0 when the line is out. */
  | { kind: 'speech-progressed'; unsaid: number }
  /** The far side has taken a turn or said something by itself: the log holds more than the page knows. */
  | { kind: 'log-grew' }
  /** The far side has recognised these words, which it heard the candidate say from then to then. */
  | { kind: 'turn-heard'; text: string; startedAt: number; endedAt: number }
  | { kind: 'microphone-changed'; state: MicrophoneState }
  /** A typed answer went to the far side, which takes it as a turn. */
  | { kind: 'answer-handed-on'; text: string }
  /** The line to the far side is there. `callId`: what the far side calls this conversation. */
  | { kind: 'line-changed'; connected: true; callId: string }
  /**
   * It broke, or another attempt to open it failed; the next one follows by itself. `unanswered`: a typed answer that
   * was sent and to which nothing came back. The log may hold it or not.
   */
  | { kind: 'line-changed'; connected: false; cause: LineFault; unanswered: string | null }
  /** The far side has ended the conversation as it should end, and no other one is opened. */
  | { kind: 'hung-up' }

/** What an engine that listens can do besides. */
export interface Ears {
  /** Ends the answer being spoken at once, whatever is still to be recognised. */
  finish(): void
  /** On hold nothing is heard and nothing is ended; what was heard of an answer is kept. */
  hold(on: boolean): void
  mute(on: boolean): void
  /** The microphone that was chosen; undefined for the browser's default. */
  device(): string | undefined
  /** Hears with another microphone from now on. */
  listenWith(deviceId: string): void
  /** Loudness of the microphone now, 0-1. */
  level(): number
}

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
  /** The draft as it stands after a keystroke. */
  write(draft: string): void
  /** Commits a typed answer; false, and nothing happens, when it has no words. */
  submit(text: string): boolean
  setSpeed(speed: Speed): void
  /** False where a speed holds from the next conversation on, and not from the next word. */
  canChangeSpeed?: boolean
  /** True where the far side gets each line from our server by itself, the first one and those after silence too. */
  ledFromAfar?: boolean
  /** Null where answers are only typed. */
  ears: Ears | null
}
