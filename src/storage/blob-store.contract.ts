import { describe, expect, test } from 'vitest'
import type { BlobStore } from './blob-store.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (part: { bytes: Uint8Array } | undefined) => part && new TextDecoder().decode(part.bytes)

/** What every blob store promises. `open` gives an empty one. */
export function describeBlobStore(name: string, open: () => BlobStore): void {
  describe(`blob store: ${name}`, () => {
    test('gives back what was put, byte by byte', async () => {
      const store = open()
      const all = Uint8Array.from({ length: 256 }, (_, value) => value)
      await store.put('recordings/s1/0001', all)
      const kept = await store.get('recordings/s1/0001')
      expect(kept?.size).toBe(256)
      expect([...(kept?.bytes ?? [])]).toEqual([...all])
    })

    test('keeps an empty blob', async () => {
      const store = open()
      await store.put('empty', bytes(''))
      expect(await store.get('empty')).toEqual({ bytes: bytes(''), size: 0 })
      expect(await store.list('')).toEqual([{ key: 'empty', size: 0 }])
    })

    test('what is not there is undefined, an empty list and nothing to delete', async () => {
      const store = open()
      expect(await store.get('recordings/s1/0001')).toBeUndefined()
      expect(await store.get('recordings/s1/0001', { from: 0, to: 4 })).toBeUndefined()
      expect(await store.list('recordings/s1/')).toEqual([])
      await store.delete('recordings/s1/0001')
    })

    test('gives a part, cut where the blob ends', async () => {
      const store = open()
      await store.put('blob', bytes('0123456789'))
      expect(await store.get('blob', { from: 2, to: 5 })).toEqual({ bytes: bytes('234'), size: 10 })
      expect(text(await store.get('blob', { from: 8, to: 99 }))).toBe('89')
      expect(text(await store.get('blob', { from: 10, to: 20 }))).toBe('')
      expect(text(await store.get('blob', { from: 50, to: 60 }))).toBe('')
    })

    test('a second put replaces the first', async () => {
      const store = open()
      await store.put('blob', bytes('the first, which is longer'))
      await store.put('blob', bytes('the second'))
      expect(await store.get('blob')).toEqual({ bytes: bytes('the second'), size: 10 })
      expect(await store.list('')).toHaveLength(1)
    })

    test('lists by prefix, in the order of keys, with sizes', async () => {
      const store = open()
      for (const key of ['r/s1/0300', 'r/s1/0020', 'r/s2/0001', 'r/s1/call-x.mp3', 'r/s10/1', 'other'])
        await store.put(key, bytes(key))
      expect(await store.list('r/s1/')).toEqual([
        { key: 'r/s1/0020', size: 9 },
        { key: 'r/s1/0300', size: 9 },
        { key: 'r/s1/call-x.mp3', size: 15 },
      ])
      expect((await store.list('r/s1')).map(({ key }) => key)).toEqual([
        'r/s1/0020',
        'r/s1/0300',
        'r/s1/call-x.mp3',
        'r/s10/1',
      ])
      expect(await store.list('')).toHaveLength(6)
    })

    test('a deleted blob is gone, and its neighbours stay', async () => {
      const store = open()
      await store.put('r/s1/1', bytes('one'))
      await store.put('r/s1/2', bytes('two'))
      await store.delete('r/s1/1')
      expect(await store.get('r/s1/1')).toBeUndefined()
      expect(await store.list('r/')).toEqual([{ key: 'r/s1/2', size: 3 }])
    })

    test('what is put or got is a copy', async () => {
      const store = open()
      const given = bytes('abc')
      await store.put('blob', given)
      given.fill(0)
      const first = await store.get('blob')
      first?.bytes.fill(0)
      expect(text(await store.get('blob'))).toBe('abc')
    })

    test('of writers at the same time one wins whole', async () => {
      const store = open()
      const texts = Array.from({ length: 20 }, (_, writer) => `${writer} `.repeat(5_000))
      await Promise.all(texts.map((each) => store.put('blob', bytes(each))))
      expect(texts).toContain(text(await store.get('blob')))
      expect(await store.list('')).toHaveLength(1)
    })

    test.each([
      '',
      '/',
      '../out',
      'a/../b',
      'a//b',
      '/etc/passwd',
      '.hidden',
      'a/.b',
      'a\\b',
      'a\0b',
      'ü',
      'a/',
    ])('the key %j is the caller’s mistake', async (key) => {
      const store = open()
      await expect(store.put(key, bytes('x'))).rejects.toThrow(RangeError)
      await expect(store.get(key)).rejects.toThrow(RangeError)
      await expect(store.delete(key)).rejects.toThrow(RangeError)
    })

    test.each(['../', 'a/../', '/', '.', 'a/.', 'a//'])('no key begins with %j', async (prefix) => {
      await expect(open().list(prefix)).rejects.toThrow(RangeError)
    })
  })
}
