import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readInterviews } from './read-interviews.ts'

const band = 'not assessed'
const expected = {
  about: 'nobody',
  questions: [],
  dimensions: {
    communication: band,
    debugging: '2-3',
    breadth: '4',
    operationalization: '1-2 or not assessed',
    product: band,
  },
  overall: '2.5-3.4',
}
const event = JSON.stringify({ kind: 'finished', id: 'x', seq: 1, at: 0 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'offhook-interviews-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(log: string, expectation: unknown): void {
  mkdirSync(join(folder, 'one'))
  writeFileSync(join(folder, 'one', 'log.jsonl'), log)
  writeFileSync(join(folder, 'one', 'expected.json'), JSON.stringify(expectation))
}

test('an interview is read from its folder or from the folder around it, its bands as spans', () => {
  write(`${event}\n`, expected)
  const [interview] = readInterviews(folder)
  expect(readInterviews(join(folder, 'one'))).toEqual([interview])
  expect(interview).toMatchObject({ id: 'one', log: [{ kind: 'finished' }], expected: { sealed: false } })
  expect(interview?.expected.dimensions).toEqual({
    communication: { span: null, orNone: true },
    debugging: { span: [2, 3], orNone: false },
    breadth: { span: [4, 4], orNone: false },
    operationalization: { span: [1, 2], orNone: true },
    product: { span: null, orNone: true },
  })
  expect(interview?.expected.overall.span).toEqual([2.5, 3.4])
})

test.each([
  [
    'a line that is no event',
    `${event}\n{"kind":"finished","id":"y","seq":"2","at":0}`,
    expected,
    /log.jsonl:2: seq/,
  ],
  ['a line that is no JSON', `${event}\n\nnonsense`, expected, /log.jsonl:3: this is no JSON/],
  ['a field too many', event, { ...expected, score: 4 }, /expected.json: .*score/],
  ['a band that is none', event, { ...expected, overall: '3-2' }, /expected.json: overall: .*"3-2"/],
  [
    'a dimension that is missing',
    event,
    { ...expected, dimensions: { ...expected.dimensions, product: undefined } },
    /expected.json: dimensions.product/,
  ],
])('%s is refused with file, line and field', (_, log, expectation, message) => {
  write(log, expectation)
  expect(() => readInterviews(folder)).toThrow(message)
})

test('a folder without an interview is refused', () => {
  expect(() => readInterviews(folder)).toThrow(`${folder}: there is no log.jsonl in it`)
})
