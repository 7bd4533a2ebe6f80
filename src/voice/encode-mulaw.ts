import { halveRate } from './halve-rate.ts'

/** Added before the logarithm, and the loudest that is told apart, of 16 bits (ITU-T G.711, table 2a, times four). */
const BIAS = 132
const CLIP = 32_635

/**
 * Telephone audio of a voice: mu-law at 8 kHz, a byte a sample, as ITU-T G.711 defines it, from samples of -1 to 1 at
 * 16 kHz. A byte is, all bits turned, a sign, the segment of the loudness and four bits of where in it. What is louder
 * than 1 is cut off.
 */
export function encodeMulaw(samples: Float32Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(halveRate(samples).map(toByte))
}

function toByte(sample: number): number {
  const loud = Math.min(CLIP, Math.round(Math.abs(sample) * 32_768)) + BIAS
  const segment = 24 - Math.clz32(loud)
  const within = (loud >> (segment + 3)) & 0x0f
  return ~((sample < 0 ? 0x80 : 0) | (segment << 4) | within) & 0xff
}
