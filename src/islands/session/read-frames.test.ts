import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Frame } from '../../wire/frame.ts'
import { readFrames } from './read-frames.ts'

const encoder = new TextEncoder()

function streamOf(chunks: Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
}

async function read(...texts: string[]): Promise<Frame[]> {
  return Array.fromAsync(readFrames(streamOf(texts.map((text) => encoder.encode(text)))))
}

const say = (text: string): Frame => ({ event: 'say', data: { text } })

describe('readFrames', () => {
  test('reads frames in order', async () => {
    const body = 'event: say\ndata: {"text":"Hello"}\n\nevent: section\ndata: {"id":"B"}\n\n'
    expect(await read(body)).toEqual([say('Hello'), { event: 'section', data: { id: 'B' } }])
  })

  test('reads the same frames however the bytes are cut', async () => {
    const bytes = encoder.encode(
      'event: say\r\ndata: {"text":"naïve – “ok”"}\r\n\r\nevent: say\ndata: {"text":"b"}\n\n',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length })), async (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end))
        const frames = await Array.fromAsync(readFrames(streamOf(chunks)))
        expect(frames).toEqual([say('naïve – “ok”'), say('b')])
      }),
    )
  })

  test('yields a frame before the stream has ended', async () => {
    let push: (text: string) => void = () => undefined
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        push = (text) => controller.enqueue(encoder.encode(text))
      },
    })
    const frames = readFrames(stream)
    push('event: say\ndata: {"text":"first"}\n\nevent: sa')
    expect(await frames.next()).toEqual({ done: false, value: say('first') })
    await frames.return(undefined)
  })

  test('leaves out comments, unknown events and data that is not what it should be', async () => {
    const body =
      ': ping\n\nevent: weather\ndata: {}\n\nevent: say\ndata: {oops\n\nevent: say\ndata: {"text":1}\n\n'
    expect(await read(body)).toEqual([])
  })

  test('leaves out an event that was cut off', async () => {
    expect(await read('event: say\ndata: {"text":"whole"}\n\nevent: say\ndata: {"te')).toEqual([say('whole')])
  })

  test('passes on that the connection broke', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.error(new Error('cut')),
    })
    await expect(Array.fromAsync(readFrames(stream))).rejects.toThrow('cut')
  })
})
