import { afterEach, describe, expect, test } from 'vitest'
import type { SessionEvent } from '../domain/interview/event.ts'
import type { EventLog } from './event-log.ts'

const note = (seq: number, id = `turn-${seq}#1`, text = `note ${seq}`): SessionEvent => ({
  kind: 'note-added',
  text,
  id,
  seq,
  at: seq * 10,
})

/** What every log of events promises. `open` gives an empty one whose clock is `now`. */
export function describeEventLog(name: string, open: (now: () => number) => EventLog<SessionEvent>): void {
  describe(`event log: ${name}`, () => {
    let log: EventLog<SessionEvent>
    let time = 1_000
    const fresh = () => (log = open(() => time))
    afterEach(() => log.close())

    test('reads back what was appended, in order, from any point', async () => {
      fresh()
      expect(await log.append('s', 0, [note(1), note(2)], 'owner')).toBe('ok')
      expect(await log.append('s', 2, [note(3)])).toBe('ok')
      expect(await log.read('s', 0)).toEqual([note(1), note(2), note(3)])
      expect(await log.read('s', 2)).toEqual([note(3)])
      expect(await log.read('s', 9)).toEqual([])
    })

    test('an unknown session is empty, not a failure', async () => {
      fresh()
      expect(await log.read('nobody', 0)).toEqual([])
    })

    test('refuses an append that follows another seq than the last, and keeps nothing of it', async () => {
      fresh()
      await log.append('s', 0, [note(1), note(2)], 'owner')
      expect(await log.append('s', 1, [note(2, 'other#1'), note(3, 'other#2')])).toBe('conflict')
      expect(await log.append('s', 5, [note(6)])).toBe('conflict')
      expect(await log.read('s', 0)).toEqual([note(1), note(2)])
    })

    test('the same append again is recognised and changes nothing', async () => {
      fresh()
      await log.append('s', 0, [note(1), note(2)], 'owner')
      expect(await log.append('s', 0, [note(1), note(2)], 'owner')).toBe('alreadyThere')
      expect(await log.append('s', 2, [note(3, 'turn-1#1')])).toBe('alreadyThere')
      expect(await log.read('s', 0)).toHaveLength(2)
    })

    test('an append that repeats some events and adds others is a conflict', async () => {
      fresh()
      await log.append('s', 0, [note(1)], 'owner')
      expect(await log.append('s', 0, [note(1), note(2)])).toBe('conflict')
      expect(await log.read('s', 0)).toEqual([note(1)])
    })

    test('of many writers that follow the same seq exactly one wins', async () => {
      fresh()
      await log.append('s', 0, [note(1)], 'owner')
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, writer) => log.append('s', 1, [note(2, `writer-${writer}#1`)])),
      )
      expect(results.filter((result) => result === 'ok')).toHaveLength(1)
      expect(results.filter((result) => result === 'conflict')).toHaveLength(19)
      expect(await log.read('s', 0)).toHaveLength(2)
    })

    test('events with gaps in seq are the caller’s mistake', async () => {
      fresh()
      await expect(log.append('s', 0, [note(1), note(3)], 'owner')).rejects.toThrow(RangeError)
      await expect(log.append('s', 0, [], 'owner')).rejects.toThrow(RangeError)
      expect(await log.read('s', 0)).toEqual([])
    })

    test('lists an owner’s sessions, newest first, and nobody else’s', async () => {
      fresh()
      await log.append('first', 0, [note(1)], 'ann')
      await log.append('second', 0, [note(1)], 'ann')
      await log.append('third', 0, [note(1)], 'bob')
      expect(await log.listByOwner('ann')).toEqual(['second', 'first'])
      expect(await log.listByOwner('nobody')).toEqual([])
    })

    test('lists the logs that began in a span of time, oldest first', async () => {
      fresh()
      for (const at of [3_000, 1_000, 2_000]) {
        time = at
        await log.append(`began-${at}`, 0, [note(1)], `owner-${at}`)
      }
      time = 9_000
      await log.append('began-1000', 1, [note(2)])
      expect(await log.listBegun(1_000, 3_000)).toEqual(['began-1000', 'began-2000'])
      expect(await log.listBegun(0, 10_000)).toEqual(['began-1000', 'began-2000', 'began-3000'])
      await log.delete('began-2000')
      expect(await log.listBegun(1_001, 3_001)).toEqual(['began-3000'])
    })

    test('a deleted session is gone from log and list', async () => {
      fresh()
      await log.append('s', 0, [note(1, 'turn#1', 'a secret')], 'ann')
      await log.delete('s')
      expect(await log.read('s', 0)).toEqual([])
      expect(await log.listByOwner('ann')).toEqual([])
      expect(await log.append('s', 0, [note(1)], 'ann')).toBe('ok')
    })

    test('keeps any text to the letter', async () => {
      fresh()
      const text = '“quotes” \u0000 \ud83d\ude00 \n\t </script> ${x} __proto__ é'
      await log.append('s', 0, [note(1, 'turn#1', text)], 'ann')
      expect((await log.read('s', 0))[0]).toEqual(note(1, 'turn#1', text))
    })
  })
}
