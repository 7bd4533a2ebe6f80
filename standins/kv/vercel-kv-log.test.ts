import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { SessionEvent } from '../../src/domain/interview/event.ts'
import { createVercelKvLog } from '../../src/storage/drivers/vercel-kv-log.ts'
import { describeEventLog } from '../../src/storage/event-log.contract.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import type { Kv } from './start-kv.ts'
import { startKv } from './start-kv.ts'
import { createSwitches } from './switches.ts'

let kv: Kv
let logs = 0
const open = (now?: () => number) => createVercelKvLog(kv, `log-${(logs += 1)}`, SessionEvent, now)

beforeAll(async () => {
  kv = await startKv()
})
afterEach(() => void Object.assign(kv.switches, createSwitches()))
afterAll(() => kv.stop())

describeEventLog('vercel kv', open)

const said = (seq: number): SessionEvent => {
  return { kind: 'note-added', text: 'planted-marker-2b0f', id: `t-${seq}#1`, seq, at: 0 }
}

describe('logs in Vercel KV', () => {
  test('an append and a read are one trip each, a delete is two', async () => {
    const log = open()
    const before = kv.trips()
    await log.append('s', 0, [said(1), said(2)], 'ann')
    expect(kv.trips() - before).toBe(1)
    await log.read('s', 0)
    expect(kv.trips() - before).toBe(2)
    await log.delete('s')
    expect(kv.trips() - before).toBe(4)
  })

  test('an append whose answer was lost is there once, and said to be there', async () => {
    const log = open()
    await log.append('s', 0, [said(1)], 'ann')
    kv.switches.losesAnswers = 1
    expect(await log.append('s', 1, [said(2)])).toBe('alreadyThere')
    expect(await log.read('s', 0)).toEqual([said(1), said(2)])
  })

  test.each([{ losesAnswers: 99 }, { status: 500 }, { status: 429 }, { talks: true }] as const)(
    'with %j it is a storage failure that repeats nothing of what was said',
    async (broken) => {
      const log = open()
      Object.assign(kv.switches, broken)
      const calls = [log.append('s', 0, [said(1)], 'ann'), log.read('planted-marker-key', 0)]
      for (const told of await Promise.allSettled(calls)) {
        const reason: unknown = told.status === 'rejected' ? told.reason : told.value
        expect(reason).toBeInstanceOf(StorageFailure)
        const { message, cause } = reason as StorageFailure
        expect(`${message} ${String(cause)}`).not.toContain('planted-marker')
      }
    },
  )

  test('a service that says nothing is a storage failure after ten seconds', async () => {
    const log = open()
    await log.append('s', 0, [said(1)], 'ann')
    kv.switches.hangs = true
    const before = kv.trips()
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const failing = expect(log.read('s', 0)).rejects.toThrow(/could not read a log: nothing came in 10000 ms/)
    while (kv.trips() === before) await new Promise((turn) => setImmediate(turn))
    vi.advanceTimersByTime(10_000)
    vi.useRealTimers()
    await failing
  })

  test('a wrong token is a storage failure', async () => {
    const log = createVercelKvLog({ url: kv.url, token: 'another' }, 'log', SessionEvent)
    await expect(log.read('s', 0)).rejects.toThrow(/could not read a log: .*Unauthorized/)
  })

  test('a stored event that no longer fits, or is out of its place, is a storage failure', async () => {
    const log = open()
    const wrong = { ...said(1), kind: 'never-heard-of' } as unknown as SessionEvent
    await log.append('s', 0, [wrong], 'ann')
    await expect(log.read('s', 0)).rejects.toThrow(StorageFailure)
    await log.append('other', 0, [said(1), said(2)], 'ann')
    await expect(log.read('other', -1)).rejects.toThrow(/event 2 is at 0/)
  })
})
