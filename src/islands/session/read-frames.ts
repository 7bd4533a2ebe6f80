import { Frame } from '../../wire/frame.ts'
import { parseJson } from './parse-json.ts'

/**
 * Reads server-sent events as they arrive, however the network cut them. Comments, unknown events and
 * events that do not fit their schema are left out: a newer server may send more than this page knows.
 * @throws what the stream throws when the connection breaks.
 */
export async function* readFrames(stream: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  const reader = stream.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
      const blocks = rest.split(/\r?\n\r?\n/)
      rest = blocks.pop() ?? ''
      yield* blocks.flatMap(toFrame)
      if (done) return
    }
  } finally {
    void reader.cancel().catch(() => undefined)
  }
}

function toFrame(block: string): Frame[] {
  const fields = block.split(/\r?\n/)
  const read = (name: string) =>
    fields
      .filter((field) => field.startsWith(`${name}:`))
      .map((field) => field.slice(name.length + 1).replace(/^ /, ''))
  const frame = Frame.safeParse({ event: read('event').at(-1), data: parseJson(read('data').join('\n')) })
  return frame.success ? [frame.data] : []
}
