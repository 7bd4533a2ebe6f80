import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readBank } from '../bank/read-bank.ts'
import { packsView } from './packs-view.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const views = packsView(bank)

test('every pack is there with what it asks, public questions left out', () => {
  expect(views.map(({ id }) => id)).toEqual(bank.packs.map(({ id }) => id))
  for (const view of views) {
    const own = bank.snippets.filter(({ pack, public: isPublic }) => pack === view.id && !isPublic)
    expect(view.snippets).toBe(own.length)
    expect(view.bugs.reduce((sum, { count }) => sum + count, 0)).toBe(
      own.flatMap(({ issues }) => issues).length,
    )
    expect(view.competencies.length).toBeGreaterThan(3)
    expect(view.readings.length).toBeGreaterThan(0)
  }
})

test('a pack of public questions alone asks nothing', () => {
  const open = bank.snippets.map((snippet) => ({ ...snippet, public: true }))
  const [view] = packsView({ ...bank, snippets: open, scenarios: [] })
  expect(view).toMatchObject({ snippets: 0, scenarios: 0, languages: [], bugs: [], competencies: [] })
})

test('no question, bug or answer is named', () => {
  const shown = JSON.stringify(views)
  for (const { title, issues } of bank.snippets) {
    for (const text of [title, ...issues.flatMap((issue) => [issue.title, issue.rootCause])]) {
      expect(shown).not.toContain(text)
    }
  }
  for (const { title, opener } of bank.scenarios) {
    expect(shown).not.toContain(title)
    expect(shown).not.toContain(opener)
  }
})
