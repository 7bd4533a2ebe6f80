import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeMulaw } from './encode-mulaw.ts'

/** The decoder of G.711 as its table 2a gives it, in 16 bits: middle of the step, sign. */
function decode(byte: number): number {
  const turned = ~byte & 0xff
  const loud = ((((turned & 0x0f) << 3) + 132) << ((turned >> 4) & 7)) - 132
  return turned & 0x80 ? -loud : loud
}

const tone = (hertz: number, seconds = 1, loud = 0.5) =>
  Float32Array.from(
    { length: 16_000 * seconds },
    (_, at) => loud * Math.sin((2 * Math.PI * hertz * at) / 16_000),
  )
const steady = (value: number) => new Float32Array(16).fill(value)

/** Loudness of one frequency in decoded telephone audio: the amplitude of its sine, 0-1. */
function amplitudeAt(hertz: number, bytes: Uint8Array): number {
  let [real, imaginary] = [0, 0]
  bytes.forEach((byte, at) => {
    const angle = (2 * Math.PI * hertz * at) / 8_000
    real += decode(byte) * Math.cos(angle)
    imaginary += decode(byte) * Math.sin(angle)
  })
  return (2 * Math.hypot(real, imaginary)) / bytes.length / 32_768
}

describe('encodeMulaw', () => {
  test.each([
    [0, 0xff],
    [1, 0x80],
    [-1, 0x00],
    [2, 0x80],
    [-7, 0x00],
    [1_000 / 32_768, 0xce],
    [-1_000 / 32_768, 0x4e],
    [100 / 32_768, 0xf2],
  ])('writes a steady %f as the table says', (value, byte) => {
    expect(new Set(encodeMulaw(steady(value)))).toEqual(new Set([byte]))
  })

  test('a byte stands for half of a thirty-second of the loudness and four steps of silence at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_635, max: 32_635 }), (level) => {
        const [byte = 0] = encodeMulaw(steady(level / 32_768))
        expect(Math.abs(decode(byte) - level)).toBeLessThanOrEqual((Math.abs(level) + 132) / 32 + 0.5)
        expect(Math.sign(decode(byte)) * Math.sign(level)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('every byte comes back as it went, but for the two that both mean silence', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x7f)
    const again = bytes.map((byte) => encodeMulaw(steady(decode(byte) / 32_768))[0])
    expect(again).toEqual(bytes)
  })

  test('halves the rate: two samples are a byte', () => {
    expect(encodeMulaw(tone(440)).length).toBe(8_000)
    expect([0, 1, 2, 3].map((length) => encodeMulaw(new Float32Array(length)).length)).toEqual([0, 1, 1, 2])
  })

  test('keeps the frequencies of speech, and what is too high for it does not come back as another tone', () => {
    for (const hertz of [200, 1_000, 2_000, 2_800]) {
      expect(amplitudeAt(hertz, encodeMulaw(tone(hertz)))).toBeGreaterThan(0.4)
    }
    for (const hertz of [6_000, 7_000]) {
      expect(amplitudeAt(8_000 - hertz, encodeMulaw(tone(hertz)))).toBeLessThan(0.035)
    }
  })

  test('of any samples at all makes bytes', () => {
    fc.assert(
      fc.property(fc.float32Array({ maxLength: 64 }), (samples) => {
        const bytes = encodeMulaw(samples)
        expect(bytes.length).toBe(Math.ceil(samples.length / 2))
      }),
    )
  })
})
