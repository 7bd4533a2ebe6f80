import { describe, expect, test } from 'vitest'
import type { SessionLog } from '../storage/session-log.ts'
import type { Dependencies } from './dependencies.ts'
import { createSessionStore } from './session-store.ts'
import { openTestApp, POSTING } from './test-app.ts'
import { createSession } from './usecases/create-session.ts'
import { takeTurn } from './usecases/take-turn.ts'

/** Says which trips a log was asked for since the last time it was asked. */
function counted(log: SessionLog) {
  const trips: string[] = []
  const through = (name: 'append' | 'read' | 'listByOwner' | 'listBegun' | 'delete' | 'close') => {
    const call = log[name].bind(log) as (...args: never[]) => Promise<never>
    return (...args: never[]) => {
      trips.push(name)
      return call(...args)
    }
  }
  const names = ['append', 'read', 'listByOwner', 'listBegun', 'delete', 'close'] as const
  const counting = Object.fromEntries(names.map((name) => [name, through(name)])) as unknown as SessionLog
  return { log: counting, tripsSince: () => trips.splice(0) }
}

/** Two processes on one store, and an interview that the first has opened. */
async function twoProcesses({ isOpen = true } = {}) {
  const { dependencies } = openTestApp()
  const stored = dependencies.log
  const errors: unknown[] = []
  const start = () => {
    const { log, tripsSince } = counted(stored)
    const sessions = createSessionStore(log, (error) => errors.push(error))
    const own: Dependencies = { ...dependencies, log, sessions }
    const say = (turnId: string, text: string) =>
      takeTurn(own, id, 'ann', { turnId, text, source: 'typed', unsure: [] })
    return { say, tripsSince, sessions, dependencies: own }
  }
  const one = start()
  const request = { jd: POSTING, level: 'senior' as const, domain: 'auto', focus: [], extraTime: false }
  const { id } = await createSession(one.dependencies, request, 'ann')
  if (isOpen) await one.say('open', '')
  one.tripsSince()
  return { stored, one, other: start(), id, errors }
}

describe('trips to the store', () => {
  test('a turn is one where the session is remembered, two where it is not', async () => {
    const { one, other } = await twoProcesses()
    await one.say('t1', 'We ran a payment service.')
    expect(one.tripsSince()).toEqual(['append'])
    await other.say('t2', 'It retried what failed.')
    expect(other.tripsSince()).toEqual(['read', 'append'])
    await other.say('t3', 'With a key for each attempt.')
    expect(other.tripsSince()).toEqual(['append'])
  })

  test('of a session that went on elsewhere a turn is taken once more, on the log', async () => {
    const { stored, one, other, id } = await twoProcesses()
    await other.say('t1', 'We ran a payment service.')
    await one.say('t2', 'It retried what failed.')
    expect(one.tripsSince()).toEqual(['append', 'read', 'append'])
    const said = (await stored.read(id, 0)).flatMap((event) =>
      event.kind === 'candidate-said' ? [event.turnId] : [],
    )
    expect(said).toEqual(['t1', 't2'])
  })

  test('nothing is refused on what is remembered', async () => {
    const { one, other } = await twoProcesses({ isOpen: false })
    await other.say('open', '')
    await one.say('t1', 'We ran a payment service.')
    expect(one.tripsSince()).toEqual(['read', 'append'])
  })

  test('a turn that was taken elsewhere is answered alike', async () => {
    const { one, other } = await twoProcesses()
    const frames = await other.say('t1', 'We ran a payment service.')
    expect(await one.say('t1', 'We ran a payment service.')).toEqual(frames)
    expect(one.tripsSince()).toEqual(['append', 'read'])
    expect(await one.say('t1', 'We ran a payment service.')).toEqual(frames)
    expect(one.tripsSince()).toEqual(['read'])
  })
})

describe('a log that is without what was in it', () => {
  test('gets back what a fail-over lost of it, from whoever remembers', async () => {
    const { stored, one, id, errors } = await twoProcesses()
    await one.say('t1', 'We ran a payment service.')
    const whole = await stored.read(id, 0)
    await stored.delete(id)
    await stored.append(id, 0, whole.slice(0, -2), 'ann')
    await one.say('t2', 'It retried what failed.')
    expect((await stored.read(id, 0)).slice(0, whole.length)).toEqual(whole)
    expect(String(errors)).toContain(`could not keep all of the log ${id}: 2 events were gone and are back`)
  })

  test('that went on in another way stands as it is', async () => {
    const { stored, one, other, id } = await twoProcesses()
    const short = await stored.read(id, 0)
    await one.say('t1', 'We ran a payment service.')
    await stored.delete(id)
    await stored.append(id, 0, short, 'ann')
    await other.say('t-other', 'It ran once a day.')
    const whole = await stored.read(id, 0)
    expect((await one.sessions.find(id))?.events).toEqual(whole)
    expect(await stored.read(id, 0)).toEqual(whole)
  })

  test('for a read that was behind loses nothing and alarms nobody', async () => {
    const { stored, one, id, errors } = await twoProcesses()
    await one.say('t1', 'We ran a payment service.')
    const whole = await stored.read(id, 0)
    const { log } = one.dependencies
    log.read = async (key, afterSeq) => (await stored.read(key, 0)).slice(afterSeq, -2)
    expect((await one.sessions.find(id))?.events).toEqual(whole)
    expect(await stored.read(id, 0)).toEqual(whole)
    expect(errors).toEqual([])
  })

  test('is deleted when nothing is left, and nothing of it comes back', async () => {
    const { stored, one, id, errors } = await twoProcesses()
    await one.say('t1', 'We ran a payment service.')
    await stored.delete(id)
    await expect(one.say('t2', 'It retried what failed.')).rejects.toMatchObject({ code: 'not-found' })
    expect(await one.sessions.find(id)).toBeUndefined()
    expect(await stored.read(id, 0)).toEqual([])
    expect(errors).toEqual([])
  })
})
