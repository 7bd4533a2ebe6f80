import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { createBankFinder } from '../src/domain/grading/create-bank-finder.ts'
import { castCandidates } from './candidates/cast-candidates.ts'
import type { PlayedInterview } from './candidates/play-interview.ts'
import { playInterview } from './candidates/play-interview.ts'
import { breaches } from './manners/breaches.ts'
import { checks } from './manners/checks.ts'
import { judgeManners } from './manners/judge-manners.ts'
import { readInterview } from './manners/read-interview.ts'

const bank = loadBank('.build/bank.json')
const sources = { bank, finder: createBankFinder(bank) }

/** Of the 200: every kind twice, on each track and level. */
const INTERVIEWS = 52

test('there are 44 checks, each written down with its question', () => {
  const written = readFileSync(new URL('manners.md', import.meta.url), 'utf8').replace(/ +\|/g, ' |')
  expect(checks).toHaveLength(44)
  expect(new Set(checks.map(({ id }) => id)).size).toBe(44)
  for (const { id, asks } of checks) expect(written).toContain(`| \`${id}\` | ${asks} |`)
})

test.each(castCandidates(INTERVIEWS).map((casting) => [casting.name, casting] as const))(
  'minds its manners: %s',
  (_, casting) => {
    expect(judgeManners(casting, sources)).toEqual([])
  },
)

describe('a breach is noticed', () => {
  const played = new Map<string, PlayedInterview>()
  const playedOnce = (kind: string): PlayedInterview => {
    const casting = { name: kind, kind, track: 'web-fullstack', level: 'mid', seed: 3 } as const
    const found = played.get(kind) ?? playInterview(casting, sources)
    played.set(kind, found)
    return found
  }

  test('of every check', () => {
    expect(breaches.map(({ check }) => check)).toEqual(checks.map(({ id }) => id))
  })

  test.each(breaches)('$check', ({ check, kind, spoil }) => {
    const judge = checks.find(({ id }) => id === check)?.judge
    const whole = playedOnce(kind)
    const interview = readInterview(whole, sources)
    expect(judge?.(interview)).toEqual([])
    expect(judge?.(readInterview(spoil(whole, interview), sources))).not.toEqual([])
  })
})
