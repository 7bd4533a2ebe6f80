import type { BlobStore } from '../storage/blob-store.ts'

/** Telephone audio: one byte a sample, 8,000 samples a second. */
export const BYTES_PER_MS = 8
const HEADER_BYTES = 58
/** Zero in mu-law. */
const SILENCE = 0xff
/** What `WAVE_FORMAT_MULAW` is called in RFC 2361. */
const MULAW = 7

/** A piece of voice where it is kept. */
export interface Chunk {
  key: string
  /** Milliseconds since `started`. */
  startMs: number
  /** In bytes. */
  size: number
}

/** Audio that is read part by part. */
export interface OpenAudio {
  contentType: 'audio/wav' | 'audio/mpeg'
  /** In bytes. */
  size: number
  /** Bytes `from` up to but not including `to`, both within the size. */
  read(from: number, to: number): Promise<Uint8Array<ArrayBuffer>>
}

/**
 * The pieces of voice as one WAV file in which every moment has its place: `startMs` after its beginning, with silence
 * where there is no piece. Where two overlap, the one that begins later is heard. The file is made up as it is read.
 */
export function openWav(chunks: readonly Chunk[], blobs: Pick<BlobStore, 'get'>): OpenAudio {
  const pieces = chunks
    .toSorted((a, b) => a.startMs - b.startMs)
    .map(({ key, startMs, size }) => ({ key, size, at: HEADER_BYTES + startMs * BYTES_PER_MS }))
  const end = Math.max(HEADER_BYTES, ...pieces.map(({ at, size }) => at + size))
  const size = end + (end % 2)
  return {
    contentType: 'audio/wav',
    size,
    async read(from, to) {
      const bytes = new Uint8Array(to - from).fill(SILENCE)
      bytes.set(wavHeader(size - HEADER_BYTES).subarray(from, to))
      const touched = pieces.filter((piece) => piece.at < to && piece.at + piece.size > from)
      const parts = await Promise.all(
        touched.map(({ key, at }) => blobs.get(key, { from: Math.max(0, from - at), to: to - at })),
      )
      touched.forEach(({ at }, index) => bytes.set(parts[index]?.bytes ?? [], Math.max(0, at - from)))
      return bytes
    },
  }
}

/** The head of a mu-law WAV file, one channel, with `samples` bytes of audio behind it. */
function wavHeader(samples: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(HEADER_BYTES))
  const name = (at: number, text: string) =>
    [...text].forEach((letter, index) => header.setUint8(at + index, letter.charCodeAt(0)))
  const perSecond = BYTES_PER_MS * 1_000
  name(0, 'RIFF')
  header.setUint32(4, HEADER_BYTES - 8 + samples, true)
  name(8, 'WAVEfmt ')
  header.setUint32(16, 18, true)
  header.setUint16(20, MULAW, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, perSecond, true)
  header.setUint32(28, perSecond, true)
  header.setUint16(32, 1, true)
  header.setUint16(34, 8, true)
  name(38, 'fact')
  header.setUint32(42, 4, true)
  header.setUint32(46, samples, true)
  name(50, 'data')
  header.setUint32(54, samples, true)
  return new Uint8Array(header.buffer)
}
