import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { describeRecordStore } from '../record-store.contract.ts'
import { createSqliteRecords } from './sqlite-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'offhook-records-'))
let files = 0
const newFile = () => join(folder, `${(files += 1)}`, 'records.db')
afterAll(() => rmSync(folder, { recursive: true }))

describeRecordStore('sqlite', (now) => createSqliteRecords(newFile(), now))

describe('sqlite file of records', () => {
  test('two processes on one file share locks and counts', async () => {
    const path = newFile()
    const [one, two] = [createSqliteRecords(path), createSqliteRecords(path)]
    expect(await one.putNew('lock', 'one')).toBe(true)
    expect(await two.putNew('lock', 'two')).toBe(false)
    await one.add('count', 1)
    expect(await two.add('count', 1)).toBe(2)
    await one.close()
    await two.close()
  })

  test('no byte of a deleted record stays in the files', async () => {
    const path = newFile()
    const store = createSqliteRecords(path)
    await store.put('a', 'planted-marker-55d1')
    await store.delete('a')
    const bytes = readdirSync(join(path, '..')).map((file) => readFileSync(join(path, '..', file), 'latin1'))
    expect(bytes.filter((text) => text.includes('planted-marker-55d1'))).toEqual([])
    await store.close()
  })
})
