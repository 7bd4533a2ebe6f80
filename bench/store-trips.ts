import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openTestApp } from '../src/api/test-app.ts'
import type { SessionLog } from '../src/storage/session-log.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { ANSWER } from './turn-client.ts'

const TURNS = 9

/** Calls of the session log from now on, which are the trips of a store that is far away. */
function countTrips(log: SessionLog): () => number {
  let trips = 0
  const { read, append } = log
  log.read = (...args) => {
    trips += 1
    return read(...args)
  }
  log.append = (...args) => {
    trips += 1
    return append(...args)
  }
  return () => trips
}

/**
 * P5: trips to the session log for a turn, warm in a process that knows the session, cold in one that has just started.
 * Plain counts, median of nine turns.
 */
export async function measureStoreTrips(): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'offhook-trips-'))
  const first = openTestApp({ dataDir })
  const client = first.newClient()
  const { id } = await client.create()
  await client.turn(id, 'open', '')
  await first.dependencies.log.close()
  const counts: { cold: number[]; warm: number[] } = { cold: [], warm: [] }
  for (let turn = 1; turn <= TURNS; turn += 1) {
    const { dependencies, newClient, atRest } = openTestApp({ dataDir })
    const trips = countTrips(dependencies.log)
    const again = newClient()
    again.setCookie(client.cookie())
    const take = async (turnId: string) => {
      const before = trips()
      await again.turn(id, turnId, turn % 2 ? ANSWER : 'skip')
      await atRest()
      return trips() - before
    }
    counts.cold.push(await take(`cold-${turn}`))
    counts.warm.push(await take(`warm-${turn}`))
    await dependencies.log.close()
  }
  rmSync(dataDir, { recursive: true })
  return (['warm', 'cold'] as const).map((kind, index) => {
    const value = median(counts[kind])
    const goal = index + 1
    return {
      id: `P5-${kind}`,
      what: `store trips a turn, ${kind}`,
      value,
      baseline: null,
      ratio: value,
      goal,
      aim: goal,
      unit: '',
    }
  })
}
