import { expect, test } from 'vitest'
import type { BankCompany } from './bank.ts'
import { checkCompany } from './check-company.ts'

const source = (id: string) => ({
  id,
  title: 'A page',
  by: 'Them',
  href: 'https://example.com',
  read: '2026-11-27',
})
const fact = (of: string) => ({
  mark: 'Stack',
  title: 'A fact',
  text: 'So it is.',
  confidence: 'stated' as const,
  source: of,
})
const company = (more: Partial<BankCompany>): BankCompany => ({
  id: 'acme',
  name: 'Acme',
  lead: 'A page.',
  pack: 'edge',
  focus: ['caching'],
  edited: '2026-11-27',
  facts: [fact('docs')],
  sources: [source('docs')],
  probes: [],
  prompts: [],
  snippet: 'open-code',
  differs: 'It does.',
  questions: [],
  ...more,
})
const problemsOf = (more: Partial<BankCompany>) => {
  const problems: string[] = []
  checkCompany(company(more), new Set(['open-code']), (file, problem) => problems.push(`${file}: ${problem}`))
  return problems
}

test('a page whose facts have their sources and whose code is public is fine', () => {
  expect(problemsOf({})).toEqual([])
})

test.each([
  [{ facts: [fact('blog')] }, 'facts.0.source: there is no source blog'],
  [{ sources: [source('docs'), source('docs')] }, 'sources: two have the same id'],
  [{ sources: [source('docs'), source('blog')] }, 'sources: nothing rests on blog'],
  [{ snippet: 'secret-code' }, 'snippet: secret-code is not public'],
])('names what is wrong: %#', (more, problem) => {
  expect(problemsOf(more).join('\n')).toContain(`companies/acme.yaml: ${problem}`)
})
