import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SessionEvent } from '../../src/domain/interview/event.ts'
import { createMemoryLog } from '../../src/storage/drivers/memory-log.ts'
import { createMemoryRecords } from '../../src/storage/drivers/memory-records.ts'
import { createVercelKvLog } from '../../src/storage/drivers/vercel-kv-log.ts'
import { createVercelKvRecords } from '../../src/storage/drivers/vercel-kv-records.ts'
import type { EventLog } from '../../src/storage/event-log.ts'
import type { RecordStore } from '../../src/storage/record-store.ts'
import type { Kv } from './start-kv.ts'
import { startKv } from './start-kv.ts'

let kv: Kv
let opened = 0
beforeAll(async () => {
  kv = await startKv()
})
afterAll(() => kv.stop())

const key = fc.constantFrom('a', 'b')
const logStep = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      key,
      after: fc.oneof(fc.constant(0), fc.nat(4)),
      ids: fc.array(fc.constantFrom('1', '2', '3', '4'), { minLength: 1, maxLength: 2 }),
      owner: fc.constantFrom('ann', 'bob'),
    }),
  },
  fc.record({
    kind: fc.constantFrom('read' as const, 'delete' as const, 'list' as const),
    key,
    after: fc.nat(4),
  }),
)

async function doLogStep(
  log: EventLog<SessionEvent>,
  step: typeof logStep extends fc.Arbitrary<infer S> ? S : never,
) {
  switch (step.kind) {
    case 'append': {
      const note = (id: string, index: number): SessionEvent => {
        return { kind: 'note-added', text: id, id, seq: step.after + index + 1, at: 0 }
      }
      return log.append(step.key, step.after, step.ids.map(note), step.owner)
    }
    case 'read':
      return log.read(step.key, step.after)
    case 'delete':
      return log.delete(step.key)
    case 'list':
      return [await log.listByOwner('ann'), await log.listByOwner('bob'), (await log.listBegun(0, 2)).sort()]
  }
}

test('logs in KV do what logs in memory do, whatever is asked of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(logStep, { maxLength: 20 }), async (steps) => {
      const inKv = createVercelKvLog(kv, `like-${(opened += 1)}`, SessionEvent, () => 1)
      const inMemory = createMemoryLog<SessionEvent>(() => 1)
      for (const step of steps) expect(await doLogStep(inKv, step)).toEqual(await doLogStep(inMemory, step))
    }),
    { numRuns: 100 },
  )
})

const recordStep = fc.record({
  kind: fc.constantFrom('get', 'put', 'putNew', 'take', 'add', 'list', 'delete', 'wait'),
  key,
  amount: fc.integer({ min: -3, max: 3 }),
  kept: fc.option(fc.nat(3), { nil: undefined }),
})

async function doRecordStep(
  store: RecordStore,
  time: number,
  { kind, key, amount, kept }: typeof recordStep extends fc.Arbitrary<infer S> ? S : never,
): Promise<unknown> {
  const until = kept === undefined ? undefined : { expiresAt: time + kept }
  switch (kind) {
    case 'get':
      return store.get(key)
    case 'put':
      return store.put(key, `${amount}`, until)
    case 'putNew':
      return store.putNew(key, `${amount}`, until)
    case 'take':
      return store.take(key)
    case 'add':
      return store.add(key, amount, until)
    case 'list':
      return store.list('')
    case 'delete':
      return store.delete(key)
    default:
      return undefined
  }
}

test('records in KV do what records in memory do, whatever is asked of them and when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(recordStep, { maxLength: 25 }), async (steps) => {
      let time = 1
      const inKv = createVercelKvRecords(kv, `like-${(opened += 1)}`, () => time)
      const inMemory = createMemoryRecords(() => time)
      for (const step of steps) {
        if (step.kind === 'wait') time += 1
        expect(await doRecordStep(inKv, time, step)).toEqual(await doRecordStep(inMemory, time, step))
      }
    }),
    { numRuns: 100 },
  )
})
