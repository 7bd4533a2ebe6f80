import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ByteRange } from '../storage/blob-store.ts'
import { openWav } from './open-wav.ts'

const HEADER = 58

/** Pieces of voice: when they begin, and their bytes. */
type Pieces = [startMs: number, bytes: number[]][]

function open(pieces: Pieces) {
  const kept = new Map(pieces.map(([startMs, bytes]) => [`k${startMs}`, new Uint8Array(bytes)]))
  const get = async (key: string, range?: ByteRange) => {
    const bytes = kept.get(key)
    return bytes && { bytes: bytes.slice(range?.from, range?.to), size: bytes.length }
  }
  const chunks = pieces.map(([startMs, { length: size }]) => ({ key: `k${startMs}`, startMs, size }))
  return { audio: openWav(chunks, { get }), forget: (startMs: number) => kept.delete(`k${startMs}`) }
}

/** The sound of the file, written down the plain way. */
function soundOf(pieces: Pieces): number[] {
  const length = Math.max(0, ...pieces.map(([startMs, bytes]) => startMs * 8 + bytes.length))
  const sound = new Array<number>(length + (length % 2)).fill(0xff)
  for (const [startMs, bytes] of pieces.toSorted(([a], [b]) => a - b)) {
    bytes.forEach((byte, index) => (sound[startMs * 8 + index] = byte))
  }
  return sound
}

const anyPieces: fc.Arbitrary<Pieces> = fc.uniqueArray(
  fc.tuple(fc.nat(60), fc.array(fc.nat(255), { minLength: 1, maxLength: 120 })),
  { selector: ([startMs]) => startMs, maxLength: 8 },
)

describe('openWav', () => {
  test('makes a mu-law file of one channel at 8 kHz that says its own length', async () => {
    const { audio } = open([[1_000, [1, 2, 3]]])
    expect(audio.size).toBe(HEADER + 8_004)
    const head = Buffer.from(await audio.read(0, HEADER))
    expect(head.toString('latin1', 0, 4) + head.toString('latin1', 8, 16)).toBe('RIFFWAVEfmt ')
    expect(head.readUInt32LE(4)).toBe(audio.size - 8)
    expect([16, 42].map((at) => head.readUInt32LE(at))).toEqual([18, 4])
    expect([20, 22, 32, 34, 36].map((at) => head.readUInt16LE(at))).toEqual([7, 1, 1, 8, 0])
    expect([24, 28].map((at) => head.readUInt32LE(at))).toEqual([8_000, 8_000])
    expect(head.toString('latin1', 38, 42) + head.toString('latin1', 50, 54)).toBe('factdata')
    expect([46, 54].map((at) => head.readUInt32LE(at))).toEqual([8_004, 8_004])
  })

  test('puts every piece at its moment, whatever their order, with silence between', async () => {
    await fc.assert(
      fc.asyncProperty(anyPieces, async (pieces) => {
        const { audio } = open(pieces)
        expect([...(await audio.read(HEADER, audio.size))]).toEqual(soundOf(pieces))
      }),
    )
  })

  test('any part that is read is that part of the whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyPieces, fc.nat(), fc.nat(), async (pieces, one, other) => {
        const { audio } = open(pieces)
        const [from = 0, to = 0] = [one, other].map((at) => at % (audio.size + 1)).toSorted((a, b) => a - b)
        const whole = await audio.read(0, audio.size)
        expect([...(await audio.read(from, to))]).toEqual([...whole.slice(from, to)])
      }),
    )
  })

  test('a piece that was deleted while it is played is silence', async () => {
    const { audio, forget } = open([
      [0, [1, 2]],
      [1, [3, 4]],
    ])
    forget(1)
    expect([...(await audio.read(HEADER, audio.size))]).toEqual([1, 2, ...new Array<number>(8).fill(0xff)])
  })
})
