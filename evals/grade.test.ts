import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { grade } from './grade.ts'

const row = {
  id: 'r1',
  group: 'g',
  question: 'Why would you use a queue here?',
  reference: 'It takes the load off the database.',
  criteria: [
    '1. Slow consumers no longer block the request (2 points)',
    '2. Work survives a crash (1 point)',
  ],
  answer: 'Slow consumers do not block the request any more, and work survives when a worker has a crash.',
  max: 3,
  scores: [3],
  score: 1,
}

function fileOf(...rows: object[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'grade-')), 'rows.jsonl')
  writeFileSync(file, rows.map((item) => JSON.stringify(item)).join('\n'))
  return file
}

test('measures agreement on the rows that are not trivial', async () => {
  const wrong = {
    ...row,
    id: 'r2',
    answer: 'I would rather cook a soup with tomatoes.',
    scores: [0],
    score: 0,
  }
  const figures = await grade([fileOf(row, wrong, { ...wrong, id: 'r3', score: 1, trivial: true })])
  expect(figures).toMatchObject({ n: 2, r: 1, qwk: 1, verbatim: 1 })
})

test('measures the same answers as they would be spoken', async () => {
  const wrong = {
    ...row,
    id: 'r2',
    answer: 'I would rather cook a soup with tomatoes.',
    scores: [0],
    score: 0,
  }
  expect(await grade([fileOf(row, wrong), '--spoken'])).toMatchObject({ n: 2, r: 1, verbatim: 1 })
})

test('names file, line and field of a row that does not fit', async () => {
  const file = fileOf(row, { ...row, max: 'three' })
  await expect(grade([file])).rejects.toThrow(`${file}, line 2: max: `)
  writeFileSync(file, '{"id":')
  await expect(grade([file])).rejects.toThrow(`${file}, line 1: this is no JSON`)
})
