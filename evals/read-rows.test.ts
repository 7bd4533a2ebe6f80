import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { JdRow } from './jd-row.ts'
import { readRows } from './read-rows.ts'

const GOOD = '{"id":"a","title":"T","text":"React","track":"edge","clarity":"clear"}'

function read(...lines: string[]): JdRow[] {
  const path = join(mkdtempSync(join(tmpdir(), 'offhook-rows-')), 'rows.jsonl')
  writeFileSync(path, lines.join('\n'))
  return readRows(path, JdRow)
}

it('reads a row a line and passes over empty lines', () => {
  expect(read(GOOD, '', GOOD.replace('"a"', '"b"')).map(({ id }) => id)).toEqual(['a', 'b'])
})

it('names the line and the field that do not fit', () => {
  expect(() => read(GOOD, GOOD.replace('"edge"', '"backend"'))).toThrow(/rows\.jsonl, line 2: track: /)
  expect(() => read(GOOD, '', '{"id":')).toThrow(/rows\.jsonl, line 3: this is no JSON/)
  expect(() => read('[]')).toThrow(/line 1: row: /)
})
