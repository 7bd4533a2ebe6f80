import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildBank } from '../bank/build-bank.ts'
import { publicCode } from './public-code.ts'

const { bank } = buildBank(fileURLToPath(new URL('../content', import.meta.url)))
const shown = publicCode(bank)

test('every public snippet is shown whole, with its key', () => {
  const open = bank.snippets.filter((snippet) => snippet.public)
  expect(shown.map(({ id }) => id)).toEqual(open.map(({ id }) => id))
  for (const [index, { lines, issues, traps }] of shown.entries()) {
    const snippet = open[index]
    expect(lines).toHaveLength(snippet?.source.trimEnd().split('\n').length ?? 0)
    expect(issues.map(({ title }) => title)).toEqual(snippet?.issues.map(({ title }) => title))
    expect(issues.every(({ diff }) => diff.some(({ kind }) => kind !== 'same'))).toBe(true)
    expect(traps).toHaveLength(snippet?.traps.length ?? 0)
  }
})

test('nothing of a snippet that is asked in sessions is shown', () => {
  const text = JSON.stringify(shown)
  for (const { title, source } of bank.snippets.filter((snippet) => !snippet.public)) {
    expect(text).not.toContain(title)
    expect(text).not.toContain(source.slice(0, 200))
  }
})
