import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeBlobStore } from '../blob-store.contract.ts'
import { StorageFailure } from '../storage-failure.ts'
import { createFileBlobs } from './file-blobs.ts'

const root = mkdtempSync(join(tmpdir(), 'offhook-blobs-'))
let folders = 0
const newFolder = () => join(root, `${(folders += 1)}`, 'blobs')
afterAll(() => rmSync(root, { recursive: true }))

describeBlobStore('files', () => createFileBlobs(newFolder()))

const voice = new TextEncoder().encode('a voice')

describe('blobs as files', () => {
  test('are for their owner alone, folders included', async () => {
    const folder = newFolder()
    await createFileBlobs(folder).put('recordings/s1/0001', voice)
    const modes = ['', 'recordings', 'recordings/s1', 'recordings/s1/0001'].map(
      (path) => statSync(join(folder, path)).mode & 0o777,
    )
    expect(modes).toEqual([0o700, 0o700, 0o700, 0o600])
  })

  test('a draft that a crash left is neither listed nor in the way', async () => {
    const folder = newFolder()
    const store = createFileBlobs(folder)
    await store.put('s1/0001', voice)
    writeFileSync(join(folder, 's1', '.half'), 'half')
    await store.put('s1/0002', voice)
    expect((await store.list('')).map(({ key }) => key)).toEqual(['s1/0001', 's1/0002'])
  })

  test('a put that fails is a storage failure and leaves no draft', async () => {
    const folder = newFolder()
    const store = createFileBlobs(folder)
    mkdirSync(join(folder, 'taken', 'by-a-folder'), { recursive: true })
    await expect(store.put('taken', voice)).rejects.toThrow(StorageFailure)
    expect(readdirSync(folder)).toEqual(['taken'])
  })

  test('what cannot be read is a storage failure, not an absent blob', async () => {
    const folder = newFolder()
    const store = createFileBlobs(folder)
    mkdirSync(join(folder, 'a-folder'), { recursive: true })
    await expect(store.get('a-folder')).rejects.toThrow(StorageFailure)
    await expect(store.delete('a-folder')).rejects.toThrow(StorageFailure)
    await store.put('a-file', voice)
    await expect(store.get('a-file/below')).rejects.toThrow(StorageFailure)
    await expect(store.list('a-file/')).rejects.toThrow(StorageFailure)
  })
})
