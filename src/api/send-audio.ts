import type { Context } from 'hono'
import { Fault } from './failure.ts'
import type { OpenAudio } from './open-wav.ts'
import { readRange } from './read-range.ts'

/** The most that one answer to a Range holds: a player asks for all that is left and wants the next seconds. */
const LARGEST_PART = 4 * 1024 * 1024
/** What is read at a time when the whole is asked for. */
const STEP = 1024 * 1024

/**
 * Sends audio, or the part of it that a Range asks for.
 * @throws Fault `bad-range`
 */
export async function sendAudio(c: Context, opened: OpenAudio) {
  const { size, contentType } = opened
  c.header('cache-control', 'private, no-cache, no-transform')
  c.header('accept-ranges', 'bytes')
  const range = readRange(c.req.header('range'), size)
  if (range === 'beyond') {
    c.header('content-range', `bytes */${size}`)
    throw new Fault('bad-range', `The recording has ${size} bytes.`)
  }
  const headers = { 'content-type': contentType }
  if (!range) return c.body(streamOf(opened), 200, { ...headers, 'content-length': `${size}` })
  const to = Math.min(range.to, range.from + LARGEST_PART)
  return c.body(await opened.read(range.from, to), 206, {
    ...headers,
    'content-length': `${to - range.from}`,
    'content-range': `bytes ${range.from}-${to - 1}/${size}`,
  })
}

function streamOf({ size, read }: OpenAudio): ReadableStream<Uint8Array<ArrayBuffer>> {
  let from = 0
  return new ReadableStream({
    async pull(controller) {
      const to = Math.min(size, from + STEP)
      controller.enqueue(await read(from, to))
      from = to
      if (from >= size) controller.close()
    },
  })
}
