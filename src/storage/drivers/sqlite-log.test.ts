import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { SessionEvent } from '../../domain/interview/event.ts'
import { describeEventLog } from '../event-log.contract.ts'
import { StorageFailure } from '../storage-failure.ts'
import { createSqliteLog } from './sqlite-log.ts'

const folder = mkdtempSync(join(tmpdir(), 'offhook-sqlite-'))
let files = 0
const newFile = () => join(folder, `${(files += 1)}`, 'sessions.db')
afterAll(() => rmSync(folder, { recursive: true }))

describeEventLog('sqlite', (now) => createSqliteLog(newFile(), SessionEvent, now))

const secret: SessionEvent = { kind: 'note-added', text: 'planted-marker-91c7', id: 't#1', seq: 1, at: 0 }

describe('sqlite file', () => {
  test('another process on the same file sees an acknowledged append', async () => {
    const path = newFile()
    const one = createSqliteLog(path, SessionEvent)
    const two = createSqliteLog(path, SessionEvent)
    await one.append('s', 0, [secret], 'ann')
    expect(await two.read('s', 0)).toEqual([secret])
    expect(await two.append('s', 0, [{ ...secret, id: 'u#1' }])).toBe('conflict')
    await one.close()
    await two.close()
  })

  test('no byte of a deleted session stays in the files', async () => {
    const path = newFile()
    const log = createSqliteLog(path, SessionEvent)
    await log.append('s', 0, [secret], 'ann')
    await log.delete('s')
    const bytes = readdirSync(join(path, '..')).map((file) => readFileSync(join(path, '..', file), 'latin1'))
    expect(bytes.filter((text) => text.includes('planted-marker-91c7'))).toEqual([])
    await log.close()
  })

  test('a path that cannot be a database is a storage failure, not an empty log', () => {
    const file = join(folder, 'plain')
    writeFileSync(file, 'not a folder')
    expect(() => createSqliteLog(join(file, 'sessions.db'), SessionEvent)).toThrow(StorageFailure)
  })

  test('a stored event that no longer fits the schema is a storage failure', async () => {
    const log = createSqliteLog(newFile(), SessionEvent)
    const wrong = { ...secret, kind: 'never-heard-of' } as unknown as SessionEvent
    await log.append('s', 0, [wrong], 'ann')
    await expect(log.read('s', 0)).rejects.toThrow(StorageFailure)
    await log.close()
  })
})
