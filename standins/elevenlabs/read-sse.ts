/**
 * The `data` of each server-sent event, as soon as its event has ended; comments and other fields are left out.
 * @throws what the body throws, for one when the request is aborted
 */
export async function* readSse(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split(/\r?\n\r?\n/)
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = event.split(/\r?\n/).flatMap((line) => /^data: ?(.*)$/s.exec(line)?.[1] ?? [])
      if (data.length > 0) yield data.join('\n')
    }
  }
}
