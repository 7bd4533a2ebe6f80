import { afterEach, describe, expect, test } from 'vitest'
import type { RecordStore } from './record-store.ts'

/** What every record store promises. `open` gives an empty one whose clock is `now`. */
export function describeRecordStore(name: string, open: (now: () => number) => RecordStore): void {
  describe(`record store: ${name}`, () => {
    let store: RecordStore
    let time = 1_000_000
    const fresh = () => (store = open(() => time))
    afterEach(() => store.close())

    test('gives back what was put, and the last of two', async () => {
      fresh()
      expect(await store.get('links/a')).toBeUndefined()
      await store.put('links/a', 'one')
      await store.put('links/a', '')
      expect(await store.get('links/a')).toBe('')
    })

    test('keeps any text to the letter', async () => {
      fresh()
      const text = '“quotes” \u0000 \ud83d\ude00 \n\t </script> ${x} {"json": [1]} 007 é'
      await store.put('a', text)
      expect(await store.get('a')).toBe(text)
      for (const looksLikeData of ['1', '1e3', 'null', 'true', '"x"', '{}']) {
        await store.put('a', looksLikeData)
        expect(await store.get('a')).toBe(looksLikeData)
      }
    })

    test('puts a new one once, whoever asks at the same time', async () => {
      fresh()
      const told = await Promise.all(
        Array.from({ length: 20 }, (_, writer) => store.putNew('lock', `${writer}`)),
      )
      expect(told.filter(Boolean)).toHaveLength(1)
      expect(await store.get('lock')).toBe(`${told.indexOf(true)}`)
    })

    test('is taken once, whoever asks at the same time', async () => {
      fresh()
      await store.put('once', 'x')
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.take('once')))
      expect(taken.filter((value) => value === 'x')).toHaveLength(1)
      expect(await store.get('once')).toBeUndefined()
    })

    test('adds without losing one, below zero and back', async () => {
      fresh()
      const sums = await Promise.all(Array.from({ length: 50 }, () => store.add('count', 2)))
      expect(new Set(sums).size).toBe(50)
      expect(await store.add('count', -200)).toBe(-100)
      expect(await store.get('count')).toBe('-100')
    })

    test('is gone when its time is over, and the key is free again', async () => {
      fresh()
      await store.put('a/put', 'x', { expiresAt: time + 1_000 })
      await store.putNew('a/new', 'x', { expiresAt: time + 1_000 })
      await store.add('a/count', 5, { expiresAt: time + 1_000 })
      await store.put('a/stays', 'x')
      time += 999
      expect(await store.list('a/')).toEqual(['a/count', 'a/new', 'a/put', 'a/stays'])
      time += 1
      expect(await store.list('a/')).toEqual(['a/stays'])
      expect(await store.get('a/put')).toBeUndefined()
      expect(await store.take('a/put')).toBeUndefined()
      expect(await store.putNew('a/new', 'again')).toBe(true)
      expect(await store.add('a/count', 1)).toBe(1)
    })

    test('a count keeps the time it began with; a text takes the new one', async () => {
      fresh()
      await store.add('count', 1, { expiresAt: time + 100 })
      await store.add('count', 1, { expiresAt: time + 900 })
      await store.put('text', 'x', { expiresAt: time + 100 })
      await store.put('text', 'y')
      time += 100
      expect(await store.get('count')).toBeUndefined()
      expect(await store.get('text')).toBe('y')
    })

    test('what is put with a time that is over is not there', async () => {
      fresh()
      await store.put('late', 'x', { expiresAt: time })
      expect(await store.get('late')).toBeUndefined()
    })

    test('lists by prefix, in the order of keys', async () => {
      fresh()
      for (const key of ['q/2', 'q/10', 'q/1', 'r/1', 'qq']) await store.put(key, 'x')
      expect(await store.list('q/')).toEqual(['q/1', 'q/10', 'q/2'])
      expect(await store.list('q')).toEqual(['q/1', 'q/10', 'q/2', 'qq'])
      expect(await store.list('s')).toEqual([])
      expect(await store.list('')).toHaveLength(5)
    })

    test('a deleted one is gone; deleting nothing is fine', async () => {
      fresh()
      await store.put('a', 'x')
      await store.delete('a')
      await store.delete('a')
      expect(await store.get('a')).toBeUndefined()
      expect(await store.list('')).toEqual([])
    })

    test('a key or prefix that is none is the caller’s mistake', async () => {
      fresh()
      await expect(store.put('../out', 'x')).rejects.toThrow(RangeError)
      await expect(store.get('a//b')).rejects.toThrow(RangeError)
      await expect(store.add('', 1)).rejects.toThrow(RangeError)
      await expect(store.list('a*')).rejects.toThrow(RangeError)
    })
  })
}
