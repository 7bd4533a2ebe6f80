import type { DisconnectionDetails } from '@elevenlabs/client'
import { describe, expect, test, vi } from 'vitest'
import { keepLine } from './keep-line.ts'
import { LineFailure } from './line-failure.ts'

type End = (details: DisconnectionDetails) => void

const broken: DisconnectionDetails = { reason: 'error', message: 'closed', context: { type: 'close' } }

/** A far side that is asked for conversations, and told how each attempt goes. */
function setUp() {
  const told: string[] = []
  const attempts: { end: End; open: () => void; fail: (error: Error) => void }[] = []
  const line = keepLine({
    open: (end) => {
      const { promise, resolve, reject } = Promise.withResolvers<{ endSession: () => Promise<void> }>()
      const endSession = () => Promise.resolve(end({ reason: 'user' }))
      attempts.push({ end, open: () => resolve({ endSession }), fail: reject })
      return promise
    },
    wait: (ms) => Promise.resolve(void told.push(`${ms} ms`)),
    onOpen: () => told.push('open'),
    onFault: (fault) => told.push(fault),
    onHungUp: () => told.push('hung up'),
  })
  const attempt = async (number: number) => {
    await vi.waitFor(() => expect(attempts).toHaveLength(number))
    const found = attempts[number - 1]
    if (!found) throw new Error('no attempt')
    return found
  }
  const hears = (...words: string[]) =>
    vi.waitFor(() => expect(told.slice(-words.length)).toEqual(words), { interval: 1 })
  return { told, line, attempt, hears, attempts }
}

describe('keepLine', () => {
  test('tries again after 0, 0.3, 1, 2, and then always 4 s', async () => {
    const { told, attempt, attempts, line } = setUp()
    for (let number = 1; number <= 7; number += 1) {
      const failed = await attempt(number)
      failed.fail(number % 2 ? new LineFailure('no-answer') : new Error('no sound'))
    }
    await attempt(8)
    line.stop()
    const causes = ['no-answer', 'unusable', 'no-answer', 'unusable', 'no-answer', 'unusable', 'no-answer']
    expect(told.filter((word) => !word.endsWith('ms'))).toEqual(causes)
    const waits = [0, 300, 1_000, 2_000, 4_000, 4_000, 4_000, 4_000]
    expect(told.filter((word) => word.endsWith('ms'))).toEqual(waits.map((ms) => `${ms} ms`))
    expect(attempts).toHaveLength(8)
  })

  test('opens another at once after one that was of use, and slower after one that was not', async () => {
    const { line, attempt, hears } = setUp()
    const first = await attempt(1)
    first.open()
    await hears('open')
    line.proved()
    first.end(broken)
    await hears('dropped', '0 ms')
    const second = await attempt(2)
    second.open()
    await hears('open')
    second.end(broken)
    await hears('dropped', '300 ms')
  })

  test('opens no other when the far side has hung up', async () => {
    const { attempt, hears, told, attempts } = setUp()
    const first = await attempt(1)
    first.open()
    await hears('open')
    first.end({ reason: 'agent' })
    await hears('hung up')
    expect(told).toEqual(['0 ms', 'open', 'hung up'])
    expect(attempts).toHaveLength(1)
  })

  test('gives a conversation up when the network is lost', async () => {
    const { line, attempt, hears } = setUp()
    const first = await attempt(1)
    first.open()
    await hears('open')
    line.lost()
    await hears('dropped', '300 ms')
  })

  test('ends what is open when it is stopped, and tells nothing of it', async () => {
    const { line, attempt, hears, told, attempts } = setUp()
    const first = await attempt(1)
    first.open()
    await hears('open')
    line.stop()
    await Promise.resolve()
    expect(told).toEqual(['0 ms', 'open'])
    expect(attempts).toHaveLength(1)
  })
})
