/** A little of what the microphone hears, at 16 kHz. */
export interface Frame {
  samples: Float32Array
  /** When its first sample was heard, in ms since the interview started. */
  startMs: number
  /** Whether the candidate speaks in it. */
  speech: boolean
}

/** Voice without a gap, at 16 kHz. */
export interface Piece {
  /** Whole milliseconds since the interview started. */
  startMs: number
  samples: Float32Array
}

/** Cuts what the microphone hears into pieces of voice. */
export interface VoiceCutter {
  /** Takes the next frame; gives the pieces that are complete with it. */
  add(frame: Frame): Piece[]
  /** The piece that is not complete yet. */
  end(): Piece[]
}

const PER_MS = 16
/** Kept of what is before and after speech, in ms. */
const AROUND_MS = 500
/** The longest piece, in ms. */
const LONGEST_MS = 4_000
/** A frame that comes so much earlier or later than the one before makes it expect, in ms, is no part of the same piece. */
const DRIFT_MS = 300

/**
 * Keeps only what is heard while the candidate speaks and for half a second around, in pieces of four seconds at most.
 * A piece begins when its first frame says; the frames behind it count by their samples.
 */
export function createVoiceCutter(): VoiceCutter {
  /** Frames without a gap: a piece that is being heard, or the quiet before one. */
  let run: Frame[] = []
  let isPiece = false
  let quietMs = 0

  function end(): Piece[] {
    const piece = isPiece ? toPiece(run) : undefined
    run = []
    isPiece = false
    return piece ? [piece] : []
  }

  function hear(frame: Frame): Piece[] {
    quietMs = frame.speech ? 0 : quietMs + lengthOf([frame])
    const isFull = lengthOf(run) + lengthOf([frame]) > LONGEST_MS
    const startMs = run[0] ? run[0].startMs + lengthOf(run) : frame.startMs
    const full = isFull ? end() : []
    isPiece = true
    run.push(isFull ? { ...frame, startMs } : frame)
    return [...full, ...(quietMs >= AROUND_MS ? end() : [])]
  }

  return {
    end,
    add(frame) {
      const isBroken = run[0] && Math.abs(run[0].startMs + lengthOf(run) - frame.startMs) > DRIFT_MS
      const before = isBroken ? end() : []
      if (isPiece || frame.speech) return [...before, ...hear(frame)]
      run.push(frame)
      while (run[0] && lengthOf(run) - lengthOf([run[0]]) >= AROUND_MS) run.shift()
      return before
    },
  }
}

/** In ms. */
function lengthOf(frames: readonly Frame[]): number {
  return frames.reduce((sum, { samples }) => sum + samples.length, 0) / PER_MS
}

/** Undefined when all of it was heard before the interview started. */
function toPiece(frames: readonly Frame[]): Piece | undefined {
  const [first] = frames
  if (!first) return undefined
  const samples = new Float32Array(lengthOf(frames) * PER_MS)
  let at = 0
  for (const frame of frames) {
    samples.set(frame.samples, at)
    at += frame.samples.length
  }
  const startMs = Math.round(first.startMs)
  const heard = samples.slice(Math.max(0, -startMs) * PER_MS)
  return heard.length === 0 ? undefined : { startMs: Math.max(0, startMs), samples: heard }
}
