/** Length of a frame of the speech detector, in samples at 16 kHz: 32 ms. */
export const FRAME_SAMPLES = 512
const FRAME_MS = 32

/** Probabilities from which a frame is speech, and below which it is not; in between it stays what it was. */
const SPEECH = 0.5
const SILENCE = 0.35

/** What comes before the first frame of speech and belongs to it: a soft consonant. */
const PADDING_FRAMES = 10

/** Speech shorter than this is a cough or a key: 256 ms. */
const LEAST_FRAMES = 8

/** Silence that ends a stretch of speech: 512 ms. A turn takes longer to end than a stretch. */
const REDEMPTION_FRAMES = 16

/** Silence after which a stretch is likely to end. */
const BREATH_FRAMES = 2

/** From this length on, 18 s, a stretch ends at the first frame of silence, and at 24 s anywhere. */
const LONG_FRAMES = 562
const LONGEST_FRAMES = 750

/** What became of the speech. Times are ms since 1970, as given with the frames. */
export type SpeechEvent =
  /** A frame of speech after silence; it may still be a cough. */
  | { kind: 'begun'; at: number }
  /** It is speech: it has lasted. */
  | { kind: 'confirmed'; startedAt: number }
  /** It was a cough. */
  | { kind: 'dropped' }
  | { kind: 'ended'; startedAt: number; endedAt: number; audio: Float32Array<ArrayBuffer> }

export interface Segmenter {
  /** Takes one frame with the detector's probability of speech, 0-1, and the time it ended. */
  push(frame: Float32Array, probability: number, at: number): SpeechEvent[]
  /** Ends a stretch that is under way. */
  flush(): SpeechEvent[]
  /** The stretch under way so far, if it is confirmed and not in a pause that may end it. */
  current(): Float32Array<ArrayBuffer> | null
}

interface Stretch {
  frames: Float32Array[]
  startedAt: number
  endedAt: number
  /** Frames of speech in it. */
  spoken: number
  /** Frames of silence in a row at its end. */
  quiet: number
}

/** Cuts frames into stretches of speech, each with what came just before it. */
export function createSegmenter(): Segmenter {
  let before: Float32Array[] = []
  let stretch: Stretch | null = null

  const end = (): SpeechEvent[] => {
    const ended = stretch
    stretch = null
    if (!ended) return []
    before = ended.frames.slice(-PADDING_FRAMES)
    if (ended.spoken < LEAST_FRAMES) return [{ kind: 'dropped' }]
    const { startedAt, endedAt, frames } = ended
    return [{ kind: 'ended', startedAt, endedAt, audio: joined(frames) }]
  }
  const begin = (frame: Float32Array, at: number): SpeechEvent[] => {
    const startedAt = at - FRAME_MS
    stretch = { frames: [...before, frame], startedAt, endedAt: at, spoken: 1, quiet: 0 }
    return [{ kind: 'begun', at: startedAt }]
  }
  return {
    push(frame, probability, at) {
      if (!stretch) {
        if (probability >= SPEECH) return begin(frame, at)
        before = [...before, frame].slice(-PADDING_FRAMES)
        return []
      }
      stretch.frames.push(frame)
      const isSpeech = probability >= (stretch.quiet > 0 ? SPEECH : SILENCE)
      if (isSpeech) {
        Object.assign(stretch, { endedAt: at, quiet: 0, spoken: stretch.spoken + 1 })
        if (stretch.frames.length >= LONGEST_FRAMES) return end()
        const { startedAt } = stretch
        return stretch.spoken === LEAST_FRAMES ? [{ kind: 'confirmed', startedAt }] : []
      }
      stretch.quiet += 1
      const isLong = stretch.frames.length >= LONG_FRAMES
      return isLong || stretch.quiet >= REDEMPTION_FRAMES ? end() : []
    },
    flush: end,
    current: () =>
      stretch && stretch.spoken >= LEAST_FRAMES && stretch.quiet <= BREATH_FRAMES
        ? joined(stretch.frames)
        : null,
  }
}

function joined(frames: readonly Float32Array[]): Float32Array<ArrayBuffer> {
  const audio = new Float32Array(frames.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const frame of frames) {
    audio.set(frame, at)
    at += frame.length
  }
  return audio
}
