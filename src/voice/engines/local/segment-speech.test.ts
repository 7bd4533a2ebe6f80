import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSegmenter, FRAME_SAMPLES } from './segment-speech.ts'
import type { SpeechEvent } from './segment-speech.ts'

/** Plays probabilities as frames of 32 ms, each filled with its number. */
function play(probabilities: number[]): SpeechEvent[] {
  const segmenter = createSegmenter()
  return probabilities.flatMap((probability, index) =>
    segmenter.push(new Float32Array(FRAME_SAMPLES).fill(index), probability, (index + 1) * 32),
  )
}
const speech = (frames: number) => Array<number>(frames).fill(0.9)
const silence = (frames: number) => Array<number>(frames).fill(0.1)

describe('speech in frames', () => {
  test('begins at its first frame, is confirmed after 256 ms, and ends 512 ms after its last', () => {
    const events = play([...silence(20), ...speech(30), ...silence(20)])
    expect(events.map(({ kind }) => kind)).toEqual(['begun', 'confirmed', 'ended'])
    expect(events[0]).toEqual({ kind: 'begun', at: 20 * 32 })
    expect(events[2]).toMatchObject({ startedAt: 20 * 32, endedAt: 50 * 32 })
  })

  test('brings 320 ms of what came before it', () => {
    const ended = play([...silence(20), ...speech(30), ...silence(20)]).at(-1)
    const audio = ended?.kind === 'ended' ? ended.audio : new Float32Array()
    expect(audio[0]).toBe(10)
    expect(audio.length).toBe((10 + 30 + 16) * FRAME_SAMPLES)
  })

  test('is dropped when it was a cough', () => {
    const events = play([...silence(5), ...speech(7), ...silence(20)])
    expect(events.map(({ kind }) => kind)).toEqual(['begun', 'dropped'])
  })

  test('goes on over a pause for breath', () => {
    const events = play([...speech(20), ...silence(15), ...speech(20), ...silence(16)])
    expect(events.filter(({ kind }) => kind === 'ended')).toHaveLength(1)
  })

  test('is cut at the first silence once it is long, and at 24 s without any', () => {
    const long = play([...speech(570), 0.1, ...speech(10)])
    expect(long.map(({ kind }) => kind)).toEqual(['begun', 'confirmed', 'ended', 'begun', 'confirmed'])
    const endless = play(speech(760))
    expect(endless.filter(({ kind }) => kind === 'ended')).toHaveLength(1)
  })

  test('ends on demand, and is nothing when there is none', () => {
    const segmenter = createSegmenter()
    expect(segmenter.flush()).toEqual([])
    for (let frame = 0; frame < 9; frame += 1)
      segmenter.push(new Float32Array(FRAME_SAMPLES), 0.9, frame * 32)
    expect(segmenter.current()?.length).toBe(9 * FRAME_SAMPLES)
    expect(segmenter.flush().map(({ kind }) => kind)).toEqual(['ended'])
    expect(segmenter.current()).toBeNull()
  })

  test('every beginning has one ending, whatever comes, and no stretch is longer than 24.4 s', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60))), (runs) => {
        const events = play(runs.flatMap(([probability, times]) => Array<number>(times).fill(probability)))
        let open = false
        for (const event of events) {
          if (event.kind === 'begun') {
            expect(open).toBe(false)
            open = true
          }
          if (event.kind === 'dropped' || event.kind === 'ended') {
            expect(open).toBe(true)
            open = false
          }
          if (event.kind === 'ended') {
            expect(event.audio.length).toBeLessThanOrEqual((750 + 10) * FRAME_SAMPLES)
            expect(event.endedAt).toBeGreaterThan(event.startedAt)
          }
        }
      }),
    )
  })
})
