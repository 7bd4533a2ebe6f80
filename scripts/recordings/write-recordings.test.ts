import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionEvent } from '../../src/domain/interview/event.ts'
import { writeRecordings } from './write-recordings.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-recordings-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const event = (text: string): SessionEvent => ({ kind: 'note-added', text, id: 'n#1', seq: 1, at: 0 })
const files = () => readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')])

describe('recordings', () => {
  test('are written as gzipped lines, each with a line in the index', () => {
    const bytes = writeRecordings(folder, [{ name: 'one', log: [event('first'), event('second')] }])
    const stored = readFileSync(join(folder, 'one.jsonl.gz'))
    expect(bytes).toBe(stored.length)
    const lines = gunzipSync(stored).toString().trimEnd().split('\n')
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([event('first'), event('second')])
    const index: unknown = JSON.parse(readFileSync(join(folder, 'index.jsonl'), 'utf8'))
    expect(index).toMatchObject({ name: 'one', phase: 'draft', clockMs: 0, turns: 0 })
  })

  test('are added to, but never replaced', () => {
    const before = files()
    const again = [
      { name: 'two', log: [event('new')] },
      { name: 'one', log: [event('other')] },
    ]
    expect(() => writeRecordings(folder, again)).toThrow('one.jsonl.gz is there')
    expect(files()).toEqual(before)
    writeRecordings(folder, again.slice(0, 1))
    expect(readFileSync(join(folder, 'index.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(2)
  })
})
