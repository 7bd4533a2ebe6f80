import { expect, test } from 'vitest'
import { parseDiff } from './parse-diff.ts'

test('numbers removed lines by the shown code and added ones by the fixed code', () => {
  expect(parseDiff('@@ -44,3 +44,3 @@\n a\n-b\n+c\n d\n')).toEqual([
    { kind: 'same', before: 44, after: 44, text: 'a' },
    { kind: 'del', before: 45, text: 'b' },
    { kind: 'add', after: 45, text: 'c' },
    { kind: 'same', before: 46, after: 46, text: 'd' },
  ])
})

test('sets a gap between hunks and goes on with the numbers of the next', () => {
  const rows = parseDiff('@@ -1,1 +1,2 @@\n a\n+b\n@@ -61,2 +62,2 @@\n\n-x\n+y')
  expect(rows.map(({ kind }) => kind)).toEqual(['same', 'add', 'gap', 'same', 'del', 'add'])
  expect(rows.at(-2)).toEqual({ kind: 'del', before: 62, text: 'x' })
  expect(rows.at(-1)).toEqual({ kind: 'add', after: 63, text: 'y' })
})

test('refuses a line that belongs to no diff', () => {
  expect(() => parseDiff('@@ -1 +1 @@\nplain')).toThrow('not a line of a unified diff: plain')
})
