import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Bank } from '../domain/catalog/bank.ts'
import { makePlan } from '../domain/interview/make-plan.ts'
import { seededRank } from '../domain/interview/seeded-rank.ts'
import { readJd } from '../domain/jd/read-jd.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const hidden = {
  snippets: bank.snippets.filter((item) => !item.public),
  scenarios: bank.scenarios.filter((item) => !item.public),
  warmups: bank.warmups.filter((item) => !item.public),
}

const CANDIDATES = 1_000
const SESSIONS = 3

/** What one candidate met, session by session: the planned questions, and in every third the reserve as well. */
function meet(candidate: number): { track: string; sessions: string[][] } {
  const pack = bank.packs[candidate % bank.packs.length]
  if (!pack) throw new Error('there is no pack')
  const wanted = bank.competencies
    .filter(({ packs }) => packs.includes(pack.id))
    .toSorted((a, b) => seededRank(candidate, a.id) - seededRank(candidate, b.id))
    .slice(0, 3 + (candidate % 6))
  const posting = `Senior engineer\nRequirements:\n${wanted.map(({ aliases }) => `- years of ${aliases[0]}`).join('\n')}`
  const profile = readJd(posting, bank)
  const seen = new Set<string>()
  const sessions = Array.from({ length: SESSIONS }, (_, session) => {
    const { sections } = makePlan(
      {
        profile,
        level: 'senior',
        domain: pack.id,
        focus: [],
        drop: [],
        add: [],
        extraTime: false,
        seed: candidate * SESSIONS + session,
        seen,
      },
      bank,
    )
    const isFast = (candidate + session) % 3 === 0
    const met = Object.values(sections).flatMap(({ questionIds, reserveIds }) =>
      isFast ? [...questionIds, ...reserveIds] : questionIds,
    )
    for (const id of met) seen.add(id)
    return met
  })
  return { track: pack.id, sessions }
}

const candidates = Array.from({ length: CANDIDATES }, (_, candidate) => meet(candidate))

function timesMet(ids: readonly string[], among = candidates): number[] {
  const counts = new Map(ids.map((id) => [id, 0]))
  for (const { sessions } of among) {
    for (const id of sessions.flat()) if (counts.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...counts.values()]
}

const evenness = (counts: readonly number[]) => Math.max(...counts) / Math.min(...counts)

describe('a thousand candidates of three sessions each', () => {
  test('meet nothing twice while something unseen is left', () => {
    for (const { sessions } of candidates) {
      const seen = new Set<string>()
      for (const met of sessions) {
        for (const items of Object.values(hidden)) {
          const own = met.filter((id) => items.some((item) => item.id === id))
          const repeated = own.filter((id) => seen.has(id))
          const unseen = items.filter(({ id }) => !seen.has(id) && !own.includes(id))
          expect(repeated.length === 0 || unseen.length === 0).toBe(true)
        }
        for (const id of met) seen.add(id)
      }
    }
  })

  test.each(bank.packs.map(({ id }) => id))('meet the questions of %s about equally often', async (pack) => {
    const own = candidates.filter(({ track }) => track === pack)
    for (const items of [hidden.snippets, hidden.scenarios]) {
      const ids = items.filter((item) => item.pack === pack).map(({ id }) => id)
      expect(evenness(timesMet(ids, own))).toBeLessThanOrEqual(2)
    }
  })

  test('meet the warm-ups about equally often', () => {
    expect(evenness(timesMet(hidden.warmups.map(({ id }) => id)))).toBeLessThanOrEqual(2)
  })

  test('meet the code of their own track first', () => {
    for (const { track, sessions } of candidates) {
      const first = sessions[0]?.filter((id) => hidden.snippets.some((item) => item.id === id)) ?? []
      const own = hidden.snippets.filter(({ pack }) => pack === track).length
      const met = first.filter((id) =>
        hidden.snippets.some((item) => item.id === id && item.pack === track),
      ).length
      expect(met).toBe(Math.min(own, first.length))
    }
  })
})
