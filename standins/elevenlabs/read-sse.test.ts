import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSse } from './read-sse.ts'

async function read(parts: Uint8Array[]): Promise<string[]> {
  async function* body() {
    yield* parts
  }
  const data: string[] = []
  for await (const one of readSse(body())) data.push(one)
  return data
}

const bytes = (text: string) => new TextEncoder().encode(text)

test('reads the same events however they are cut', async () => {
  const text = ': keepalive\n\ndata: {"a":"é"}\n\nevent: x\r\ndata: 1\r\ndata: 2\r\n\r\ndata: [DONE]\n\n'
  const whole = bytes(text)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 8 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), whole.length]
      const parts = at.slice(1).map((end, index) => whole.slice(at[index], end))
      expect(await read(parts)).toEqual(['{"a":"é"}', '1\n2', '[DONE]'])
    }),
  )
})

test('an event that never ends is not read', async () => {
  expect(await read([bytes('data: 1\n\ndata: 2\n')])).toEqual(['1'])
})
