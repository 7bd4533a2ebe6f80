import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frame, Piece } from './cut-voice.ts'
import { createVoiceCutter } from './cut-voice.ts'

const FRAME_MS = 32

/** Frames of 32 ms, one a letter: `s` speech, `.` quiet. Every sample is the moment at which it is heard, in ms. */
function frames(letters: string, startMs = 0): Frame[] {
  return [...letters].map((letter, index) => frameAt(startMs + index * FRAME_MS, letter === 's'))
}

function frameAt(startMs: number, speech: boolean, ms = FRAME_MS): Frame {
  const samples = Float32Array.from({ length: ms * 16 }, (_, sample) => startMs + sample / 16)
  return { samples, startMs, speech }
}

function cut(all: readonly Frame[]): Piece[] {
  const cutter = createVoiceCutter()
  return [...all.flatMap((frame) => cutter.add(frame)), ...cutter.end()]
}

const endOf = ({ startMs, samples }: Piece) => startMs + samples.length / 16
const spans = (pieces: readonly Piece[]) => pieces.map((piece) => [piece.startMs, endOf(piece)])

describe('createVoiceCutter', () => {
  test('keeps nothing of silence', () => {
    expect(cut(frames('.'.repeat(400)))).toEqual([])
  })

  test('keeps speech and half a second before and after it', () => {
    const [piece, ...others] = cut(frames(`${'.'.repeat(100)}sss${'.'.repeat(100)}`))
    expect(others).toEqual([])
    expect([piece?.startMs, piece && endOf(piece)]).toEqual([84 * FRAME_MS, 119 * FRAME_MS])
  })

  test('a pause in which half a second after and half a second before meet makes no gap and no overlap', () => {
    const pieces = cut(frames(`${'.'.repeat(20)}s${'.'.repeat(25)}s${'.'.repeat(20)}`))
    expect(spans(pieces)).toEqual([
      [4 * FRAME_MS, 37 * FRAME_MS],
      [37 * FRAME_MS, 63 * FRAME_MS],
    ])
  })

  test('cuts a long answer into pieces of four seconds that follow each other', () => {
    const pieces = cut(frames('s'.repeat(400)))
    expect(spans(pieces)).toEqual([
      [0, 4_000],
      [4_000, 8_000],
      [8_000, 12_000],
      [12_000, 12_800],
    ])
  })

  test('counts by samples while frames come late or early by little', () => {
    const jittery = frames('s'.repeat(150)).map((frame, index) => {
      return { ...frame, startMs: frame.startMs + (index % 7) * 40 }
    })
    expect(spans(cut(jittery))).toEqual([
      [0, 4_000],
      [4_000, 4_800],
    ])
  })

  test('begins again where the microphone stood still', () => {
    const pieces = cut([...frames('ssss'), ...frames('ssss', 5_000)])
    expect(spans(pieces)).toEqual([
      [0, 4 * FRAME_MS],
      [5_000, 5_000 + 4 * FRAME_MS],
    ])
    expect(spans(cut([...frames('....'), ...frames('s', 5_000)]))).toEqual([[5_000, 5_000 + FRAME_MS]])
  })

  test('keeps nothing of before the interview', () => {
    const pieces = cut(frames(`${'.'.repeat(10)}ss`, -11 * FRAME_MS))
    expect(spans(pieces)).toEqual([[0, FRAME_MS]])
    expect(cut(frames('ss', -500))).toEqual([])
  })

  const anyFrames = fc
    .array(
      fc.record({
        speech: fc.boolean(),
        ms: fc.integer({ min: 1, max: 200 }),
        stillMs: fc.constantFrom(0, 0, 0, 0, 400, 3_000),
      }),
      { maxLength: 50 },
    )
    .map((all) => {
      let clock = 0
      return all.map(({ speech, ms, stillMs }) => {
        clock += stillMs
        const frame = frameAt(clock, speech, ms)
        clock += ms
        return frame
      })
    })

  test('whatever is heard, every sample of a piece is where it was heard, none comes twice, and no speech is missing', () => {
    fc.assert(
      fc.property(anyFrames, (all) => {
        const pieces = cut(all)
        let end = 0
        for (const piece of pieces) {
          expect(piece.startMs).toBeGreaterThanOrEqual(end)
          expect(piece.samples.length).toBeLessThanOrEqual(4_000 * 16)
          end = endOf(piece)
          const isInPlace = (heardAt: number, at: number) =>
            Math.abs(heardAt - piece.startMs - at / 16) < 0.01
          expect(piece.samples.every(isInPlace)).toBe(true)
        }
        for (const { startMs, samples, speech } of all) {
          const isKept = pieces.some(
            (piece) => piece.startMs <= startMs && endOf(piece) >= startMs + samples.length / 16,
          )
          const isSplit = pieces.filter(
            (piece) => piece.startMs < startMs + samples.length / 16 && endOf(piece) > startMs,
          )
          if (speech) expect(isKept || isSplit.length > 1).toBe(true)
        }
      }),
    )
  })

  test('nothing is kept that is further than half a second and a frame from speech', () => {
    fc.assert(
      fc.property(anyFrames, (all) => {
        const spoken = all.filter(({ speech }) => speech)
        for (const piece of cut(all)) {
          for (const at of [piece.startMs, endOf(piece)]) {
            const away = spoken.map(({ startMs, samples }) =>
              Math.max(0, startMs - at, at - startMs - samples.length / 16),
            )
            expect(Math.min(...away)).toBeLessThan(500 + 200)
          }
        }
      }),
    )
  })
})
