import type { MicrophoneState, VoiceEngine } from './voice-engine.ts'

/** A microphone that is open. */
export interface Microphone {
  /** Loudness of the last frame, 0-1: root mean square, a calm voice near 0.1. */
  level(): number
  close(): void
}

export interface MicrophoneOptions {
  /** One of the browser's devices; its default without. */
  deviceId?: string | undefined
  /** Gets frames of 512 samples at 16 kHz. */
  onFrame: (frame: Float32Array) => void
  /** The device was unplugged, or its permission taken back. */
  onLost: () => void
}

/** Why there is no microphone, in words a page can act on. */
export class NoMicrophone extends Error {
  override name = 'NoMicrophone'
  readonly state: Extract<MicrophoneState, 'denied' | 'absent'>

  constructor(state: 'denied' | 'absent', message: string) {
    super(message)
    this.state = state
  }
}

/** How well it listens: `tiny` is small and quick, `base` larger, slower and better with names. */
export type RecogniserSize = 'tiny' | 'base'

/** Hears what the candidate's microphone hears, with the time it ended in ms since 1970 and whether it is speech. */
export type VoiceTap = (samples: Float32Array, endedAt: number, speech: boolean) => void

/** The voice on this device, before and after its weights are there. */
export interface LocalVoice {
  /** @throws NoMicrophone when there is none or it may not be used. */
  openMicrophone(options: MicrophoneOptions): Promise<Microphone>
  /**
   * Fetches what is missing of the weights; `onProgress` hears the share that is there, 0-1.
   * @throws Error that names the file that could not be had.
   */
  load(size: RecogniserSize, onProgress: (share: number) => void): Promise<void>
  /** Says something, to try the loudspeaker. Only once loaded. */
  say(text: string): void
  /** Only once loaded. `endOfTurn`: silence that ends an answer, in ms, given what was heard of it. */
  createEngine(options: {
    deviceId?: string | undefined
    endOfTurn: (heard: string) => number
    /** Hears all that is listened to, and nothing on hold or muted. */
    onVoice: VoiceTap
  }): VoiceEngine
}
