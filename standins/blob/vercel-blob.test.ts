import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { describeBlobStore } from '../../src/storage/blob-store.contract.ts'
import { createVercelBlobs } from '../../src/storage/drivers/vercel-blob.ts'
import { StorageFailure } from '../../src/storage/storage-failure.ts'
import './reach-stand-in.ts'
import type { BlobService } from './start-blob.ts'
import { startBlob } from './start-blob.ts'
import { createSwitches } from './switches.ts'

let service: BlobService

beforeAll(async () => {
  service = await startBlob()
})
beforeEach(() => {
  vi.stubEnv('VERCEL_BLOB_API_URL', service.url)
  Object.assign(service.switches, createSwitches())
})
afterAll(() => service.stop())

function open() {
  service.kept.clear()
  return createVercelBlobs(service.token)
}

describeBlobStore('vercel blob', open)

const voice = new TextEncoder().encode('0123456789')

describe('blobs in Vercel Blob', () => {
  test('lists all pages', async () => {
    const store = open()
    const keys = Array.from({ length: 7 }, (_, index) => `r/s1/${index}`)
    for (const key of keys) await store.put(key, voice)
    service.switches.pageSize = 3
    expect((await store.list('r/')).map(({ key }) => key)).toEqual(keys)
  })

  test('a part is cut out where the service gives the whole', async () => {
    const store = open()
    await store.put('blob', voice)
    service.switches.ignoresRanges = true
    const part = await store.get('blob', { from: 2, to: 5 })
    expect(part).toEqual({ bytes: new TextEncoder().encode('234'), size: 10 })
  })

  test('put, get, part, list and delete are one trip each', async () => {
    const store = open()
    const before = service.trips()
    await store.put('blob', voice)
    await store.get('blob')
    await store.get('blob', { from: 0, to: 4 })
    await store.list('')
    await store.delete('blob')
    expect(service.trips() - before).toBe(5)
  })

  test('of a delete no byte is kept', async () => {
    const store = open()
    await store.put('blob', voice)
    await store.delete('blob')
    expect(service.kept.size).toBe(0)
  })

  test('a put whose answer was lost is made again', async () => {
    const store = open()
    service.switches.losesAnswers = 1
    await store.put('blob', voice)
    expect((await store.get('blob'))?.size).toBe(10)
  })

  test.each([{ status: 403 }, { status: 429 }] as const)(
    'with %j every call is a storage failure',
    async (way) => {
      const store = open()
      await store.put('blob', voice)
      Object.assign(service.switches, way)
      const part = { from: 2, to: 4 }
      const calls = [
        store.put('b', voice),
        store.get('blob'),
        store.get('blob', part),
        store.list(''),
        store.delete('b'),
      ]
      for (const told of await Promise.allSettled(calls)) {
        expect(told).toMatchObject({ status: 'rejected', reason: { name: 'StorageFailure' } })
      }
    },
  )

  test('a service that fails on and on is a storage failure once the time is over, not an absent blob', async () => {
    await open().put('blob', voice)
    service.switches.status = 500
    const impatient = createVercelBlobs(service.token, 50)
    await expect(impatient.get('blob')).rejects.toThrow(StorageFailure)
    await expect(impatient.list('')).rejects.toThrow('nothing came in 50 ms')
  })

  test('a blob that breaks off is a storage failure, not half a blob', async () => {
    const store = open()
    await store.put('blob', voice)
    service.switches.breaksOff = true
    await expect(store.get('blob')).rejects.toThrow(StorageFailure)
  })

  test('a store of somebody else is closed', async () => {
    await expect(createVercelBlobs('vercel_blob_rw_other_secret').list('')).rejects.toThrow(StorageFailure)
  })
})
