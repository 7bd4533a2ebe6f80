import { expect, test } from 'vitest'
import { companiesView } from './company-view.ts'
import { publicPages } from './public-pages.ts'
import { readContent } from './read-content.ts'
import { toJsonLd } from './to-json-ld.ts'

test('tells of each source once, beside the first fact that rests on it', () => {
  for (const { facts, sources } of companiesView(readContent())) {
    const told = facts.filter(({ isFirst }) => isFirst).map(({ number }) => number)
    expect(new Set(told).size).toBe(told.length)
    expect(told.toSorted()).toEqual(sources.map(({ number }) => number))
  }
})

test('the founding document’s questions are on their pages, word for word', () => {
  const prompts = new Map(
    companiesView(readContent()).map(({ id, prompts: all }) => [id, all.map(({ text }) => text)]),
  )
  expect(prompts.get('arcjet')?.slice(0, 2)).toEqual([
    'Identify auth/session risks in this middleware; propose a minimal, testable fix.',
    'How would you roll out a new rate limiter with minimal risk across regions?',
  ])
  expect(prompts.get('railway')?.slice(0, 2)).toEqual([
    'Where should resolver boundaries end? What belongs in a workflow activity?',
    'How do you guarantee idempotency and retries without duplicating side effects?',
  ])
  expect(prompts.get('posthog')?.slice(0, 2)).toEqual([
    'Design an event ingestion path with experimentation guardrails and backfills.',
    'What’s your plan for metrics, alerts, and dashboards to detect regressions?',
  ])
  expect(prompts.get('openrouter')?.slice(0, 2)).toEqual([
    'Design a rate limiter at the edge: caching, token bucket placement, cold start trade-offs.',
    'Walk through an observability plan to correlate latency spikes with provider routing.',
  ])
})

test('a company that is taken out of the content is on no list', () => {
  const bank = readContent()
  const without = { ...bank, companies: bank.companies.filter(({ id }) => id !== 'posthog') }
  expect(publicPages(bank).map(({ path }) => path)).toContain('/companies/posthog')
  expect(publicPages(without).map(({ path }) => path)).not.toContain('/companies/posthog')
})

test('structured data cannot end its script', () => {
  const data = toJsonLd([{ name: '</script><script>alert(1)' }])
  expect(data).not.toContain('</')
  expect(JSON.parse(data)).toMatchObject({ '@graph': [{ name: '</script><script>alert(1)' }] })
})
