import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import './resampler-worklet.mjs'

type Full = (samples: ArrayLike<number>) => Float32Array
const Library = z.object({
  create: z.custom<(channels: 1, from: number, to: number) => Promise<{ full: Full }>>(),
})

async function create(from: number, to: number) {
  return Library.parse(Reflect.get(globalThis, 'LibSampleRate')).create(1, from, to)
}

const wave = (hertz: number, rate: number, count: number) =>
  Float32Array.from({ length: count }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate))

/** The loudness of the middle of the samples: RMS. */
function loudness(samples: Float32Array): number {
  const middle = samples.slice(200, -200)
  return Math.sqrt(middle.reduce((sum, sample) => sum + sample ** 2, 0) / middle.length)
}

describe('the resampler of the worklets', () => {
  test.each([
    [48_000, 16_000],
    [44_100, 16_000],
    [16_000, 48_000],
    [24_000, 44_100],
  ])('keeps a tone of 1 kHz from %i to %i', async (from, to) => {
    const { full } = await resampler(from, to)
    const resampled = full(wave(1_000, from, from))
    expect(Math.abs(resampled.length - to)).toBeLessThan(to / 400)
    expect(loudness(resampled)).toBeCloseTo(Math.SQRT1_2, 2)
    const expected = wave(1_000, to, resampled.length)
    for (let at = 500; at < 600; at += 1) expect(resampled[at]).toBeCloseTo(expected[at] ?? 0, 1)
  })

  test('takes away what the lower rate cannot hold', async () => {
    const { full } = await resampler(48_000, 16_000)
    expect(loudness(full(wave(12_000, 48_000, 48_000)))).toBeLessThan(0.01)
  })

  test('makes the same of a sound however it is cut', async () => {
    const sound = wave(700, 44_100, 2_000)
    const whole = (await resampler(44_100, 16_000)).full(sound)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(2_000), { maxLength: 10 }), async (cuts) => {
        const { full } = await resampler(44_100, 16_000)
        const at = [0, ...cuts.sort((a, b) => a - b), sound.length]
        const parts = at.slice(1).flatMap((end, index) => [...full(sound.slice(at[index], end))])
        expect(parts.length).toBe(whole.length)
        parts.forEach((sample, index) => expect(sample).toBeCloseTo(whole[index] ?? 0, 4))
      }),
    )
  })
})

async function resampler(from: number, to: number) {
  const made = await create(from, to)
  return { full: (samples: ArrayLike<number>) => made.full(samples) }
}
