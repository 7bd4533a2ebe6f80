import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { Bank } from '../catalog/bank.ts'
import { SessionEvent } from '../interview/event.ts'
import { fold } from '../interview/fold.ts'
import { initialState } from '../interview/initial-state.ts'
import { buildReport } from '../report/build-report.ts'
import { createBankFinder } from './create-bank-finder.ts'

/**
 * Reports of recorded logs on frozen content, as digests: any machine and any Node has to make the same. A change that is
 * meant to change grades is recorded by `npm run record-grades`.
 */
const at = (path: string) => new URL(path, import.meta.url)
const unzipped = (path: string) => gunzipSync(readFileSync(at(path))).toString('utf8')
const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

const bank = Bank.parse(JSON.parse(unzipped('fixtures/frozen-bank.json.gz')))
const recorded = z
  .array(z.strictObject({ name: z.string(), digest: z.string().length(64) }))
  .parse(lines(readFileSync(at('fixtures/grades.jsonl'), 'utf8')))
const stateOf = (name: string) =>
  z
    .array(SessionEvent)
    .parse(lines(unzipped(`../interview/fixtures/${name}.jsonl.gz`)))
    .reduce(fold, initialState())

const digest = (name: string, state: ReturnType<typeof stateOf>, finder = createBankFinder(bank)) => {
  const report = buildReport(state, bank, finder, '2026-11-27T00:00:00.000Z', name)
  return createHash('sha256').update(JSON.stringify(report)).digest('hex')
}

test.each(recorded)('$name is graded to the bit as it was recorded', ({ name, digest: then }) => {
  expect(digest(name, stateOf(name))).toBe(then)
})

test('a hundred gradings are one, whatever the finder remembers', () => {
  const [{ name, digest: then } = { name: '', digest: '' }] = recorded
  const state = stateOf(name)
  const finder = createBankFinder(bank)
  const digests = Array.from({ length: 100 }, () => digest(name, state, finder))
  expect(new Set(digests)).toEqual(new Set([then]))
})
