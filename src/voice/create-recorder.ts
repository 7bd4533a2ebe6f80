import { createVoiceCutter } from './cut-voice.ts'
import type { Frame, Piece } from './cut-voice.ts'
import { encodeMulaw } from './encode-mulaw.ts'

export interface RecorderOptions {
  /**
   * Sends a piece of telephone audio that begins so many ms after the interview started; `refused` when it will never be
   * taken. Rejects when it is worth another try.
   */
  upload(startMs: number, bytes: Uint8Array<ArrayBuffer>): Promise<'kept' | 'refused'>
  /** Resolves when it is time for another try, after so many that failed in a row (1 or more). */
  pause(failed: number): Promise<void>
}

/** Records the candidate's voice and sends it while the interview goes on. */
export interface Recorder {
  /** Takes what the microphone heard next. Returns at once. */
  add(frame: Frame): void
  /** Sends what is left. Resolves when it is sent, or when sending it has failed three times. */
  finish(): Promise<void>
  /** Milliseconds of voice that were recorded and could not be sent. */
  lostMs(): number
}

const BYTES_PER_MS = 8
/** Kept while nothing can be sent, in bytes: a quarter of an hour of speech. What is oldest goes first. */
const MOST_WAITING = 15 * 60 * 1_000 * BYTES_PER_MS
/** Tries of what is left once the interview is over. */
const LAST_TRIES = 3

interface Waiting {
  startMs: number
  bytes: Uint8Array<ArrayBuffer>
}

/** Sends one piece at a time, in order, and tries each until it is taken. See VoiceCutter for what is recorded. */
export function createRecorder({ upload, pause }: RecorderOptions): Recorder {
  const cutter = createVoiceCutter()
  const waiting: Waiting[] = []
  let sending: Promise<void> | undefined
  let isOver = false
  let lost = 0

  const lose = (pieces: readonly Waiting[]) => {
    for (const { bytes } of pieces) lost += bytes.length
  }

  /** The first of those that wait; false when it is worth no more tries. */
  async function sendFirst({ startMs, bytes }: Waiting): Promise<boolean> {
    for (let failed = 1; ; failed += 1) {
      const answer = await upload(startMs, bytes).catch(() => 'failed' as const)
      if (answer === 'refused') lost += bytes.length
      if (answer !== 'failed') return true
      if (isOver && failed >= LAST_TRIES) return false
      await pause(failed)
    }
  }

  async function sendAll(): Promise<void> {
    for (let [first] = waiting; first; [first] = waiting) {
      if (await sendFirst(first)) waiting.shift()
      else lose(waiting.splice(0))
    }
    sending = undefined
  }

  function take(pieces: readonly Piece[]): void {
    for (const { startMs, samples } of pieces) waiting.push({ startMs, bytes: encodeMulaw(samples) })
    const size = () => waiting.reduce((sum, { bytes }) => sum + bytes.length, 0)
    while (waiting.length > 1 && size() > MOST_WAITING) lose(waiting.splice(1, 1))
    if (waiting.length > 0) sending ??= sendAll()
  }

  return {
    add: (frame) => {
      if (!isOver) take(cutter.add(frame))
    },
    finish: async () => {
      isOver = true
      take(cutter.end())
      await sending
    },
    lostMs: () => lost / BYTES_PER_MS,
  }
}
