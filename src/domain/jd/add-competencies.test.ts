import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCompetencies } from './add-competencies.ts'
import { exampleVocabulary } from './jd-fixtures.ts'
import { JdProfile } from './jd-profile.ts'
import { readJd } from './read-jd.ts'

const POSTING = `Backend Engineer

Requirements
- Node.js in production
- You keep pages quick when a million people come back at once
- Stores that answer the same question twice from memory are a plus
- No Kubernetes experience needed
Nice to have
- You have looked after machines at night
About us
We moved all of our servers ourselves.
Benefits
- A laptop that runs containers`

const before = readJd(POSTING, exampleVocabulary)
const add = (...proposed: [string, string][]) =>
  addCompetencies(
    before,
    proposed.map(([competency, quote]) => ({ competency, quote })),
    exampleVocabulary,
  )
const added = (...proposed: [string, string][]) =>
  add(...proposed).profile.competencies.slice(before.competencies.length)

describe('addCompetencies', () => {
  it('grounds what is proposed in the words around the quote', () => {
    const [one] = added(['caching', 'keep pages quick'])
    expect(one).toEqual({
      id: 'caching',
      ground: 'You keep pages quick when a million people come back at once',
      start: POSTING.indexOf('keep pages quick'),
      end: POSTING.indexOf('keep pages quick') + 'keep pages quick'.length,
      mentions: 1,
      asked: 'required',
      emphasis: 0.39,
    })
  })

  it('knows a competency by its id, its name and its aliases', () => {
    const quote = 'keep pages quick'
    for (const said of ['edge-networking', ' Edge-Networking', 'CDN', 'points of presence']) {
      expect(added([said, quote]).map(({ id }) => id)).toEqual(['edge-networking'])
    }
  })

  it('says what is required, nice to have or only mentioned', () => {
    const quotes = [
      'keep pages quick',
      'the same question twice',
      'looked after machines at night',
      'moved all of our servers',
    ]
    expect(quotes.map((quote) => added(['incident-response', quote])[0]?.asked)).toEqual([
      'required',
      'nice-to-have',
      'nice-to-have',
      'mentioned',
    ])
  })

  it.each([
    ['a paraphrase', 'caching', 'keeps the pages quick'],
    ['other capitals', 'caching', 'KEEP PAGES QUICK'],
    ['part of a word', 'caching', 'eep pages quic'],
    ['words of two lines', 'caching', 'Node.js in production - You keep pages quick'],
    ['nothing', 'caching', ' '],
    ['words that say nothing', 'caching', 'at'],
    ['what is not asked for', 'kubernetes', 'Kubernetes experience'],
    ['a benefit', 'kubernetes', 'runs containers'],
    ['a competency that is not in the vocabulary', 'juggling', 'keep pages quick'],
    ['a name with more than the competency', 'CDN and juggling', 'keep pages quick'],
  ])('drops and counts %s', (_, competency, quote) => {
    expect(add([competency, quote])).toEqual({ profile: before, dropped: 1 })
  })

  it('passes over what the profile has, and what was proposed before', () => {
    const { profile, dropped } = add(
      ['node', 'keep pages quick'],
      ['caching', 'keep pages quick'],
      ['caching', 'Node.js'],
    )
    expect(dropped).toBe(0)
    expect(profile.competencies.slice(0, before.competencies.length)).toEqual(before.competencies)
    expect(profile.competencies.map(({ id }) => id)).toEqual([
      ...before.competencies.map(({ id }) => id),
      'caching',
    ])
  })

  it('finds a quote whose white space differs', () => {
    expect(added(['caching', '  keep\n pages\tquick '])).toHaveLength(1)
  })

  it('keeps every ground verbatim and the profile valid, whatever is proposed', () => {
    const ids = exampleVocabulary.competencies.map(({ id }) => id)
    const quote = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.nat(POSTING.length), fc.nat(400)).map(([at, length]) => POSTING.slice(at, at + length)),
    )
    const proposal = fc.record({ competency: fc.constantFrom(...ids, 'nonsense'), quote })
    fc.assert(
      fc.property(fc.array(proposal, { maxLength: 8 }), (proposed) => {
        const { profile, dropped } = addCompetencies(before, proposed, exampleVocabulary)
        expect(JdProfile.safeParse(profile).error).toBeUndefined()
        expect(dropped).toBeLessThanOrEqual(proposed.length)
        for (const { ground, start, end } of profile.competencies) {
          expect(profile.text).toContain(ground)
          expect(ground).toContain(profile.text.slice(start, end))
        }
      }),
      { numRuns: 300 },
    )
  })
})
