import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTerms } from './find-terms.ts'
import { exampleVocabulary } from './vocabulary-fixture.ts'

const terms = [
  ...['idempotent', 'idempotency key', 'cache', 'cache invalidation', 'Kubernetes', 'Postgres', 'Redis'],
  ...['queue', 'mutex', 'race', 'herd', 'exponential', 'backoff', 'observability'],
  ...['webhook', 'middleware', 'CSRF', 'JWT', 'GraphQL', 'Prometheus', 'fencing token', 'deadlock', 'async'],
]
const vocabulary = exampleVocabulary(terms, [
  'The write is idempotent because of the key.',
  'The cache holds a stale value.',
  'It goes to the queue and the worker takes it.',
  'We store it in Postgres and read it from Redis.',
  'Rate limits are per customer, with a token bucket.',
])
const found = (text: string) =>
  findTerms(text, vocabulary).map(({ from, to, term }) => `${text.slice(from, to)} > ${term}`)

describe('findTerms', () => {
  test.each([
    ['The charge is not I dame potent at all', 'I dame potent > idempotent'],
    ['it is high-dame potent then', 'high-dame potent > idempotent'],
    ['so we made it idea potent', 'idea potent > idempotent'],
    ["It runs on Cabernet's with three nodes", "Cabernet's > Kubernetes"],
    ['It runs on cooper netties', 'cooper netties > Kubernetes'],
    ['the hard part was cash in validation', 'cash in validation > cache invalidation'],
    ['the cash holds the old one', 'cash > cache'],
    ['there is a cue and the worker', 'cue > queue'],
    ['We store it in post grass and so on', 'post grass > Postgres'],
    ['then we read it from readies', 'readies > Redis'],
    ['I would hold a mew tex around it', 'mew tex > mutex'],
    ['That is a raise condition', 'raise > race'],
    ['at midnight a thundering heard comes', 'heard > herd'],
    ['It waits with expo and chill pauses', 'expo and chill > exponential'],
    ['with a back off of a second', 'back off > backoff'],
    ['we had no absurd ability at all', 'absurd ability > observability'],
    ['The provider sends a web hook', 'web hook > webhook'],
    ['the middle where reads it', 'middle where > middleware'],
    ['The form needs a c s r f token', 'c s r f > CSRF'],
    ['The session is a J. W. T. in a cookie', 'J. W. T > JWT'],
    ['The client talks g, r, a, p, h, q, l, to us', 'g, r, a, p, h, q, l > GraphQL'],
    ['the metrics end up in Prom ethius', 'Prom ethius > Prometheus'],
    ['two of them end in a dead lock', 'dead lock > deadlock'],
    ['it is a sink so nobody waits', 'a sink > async'],
  ])('finds the term in "%s"', (text, expected) => {
    expect(found(text)).toContain(expected)
  })

  test.each([
    'The write is idempotent because of the idempotency key.',
    'We invalidate the cache and the queue drains.',
    'I would ask the team whether fifteen or fifty requests a second are realistic.',
    'It was raining, so I took the bus and read a good book about the sea.',
    'Rate limits are per customer, with a token bucket.',
    'Could you repeat the question, please?',
    'I worked with a small team on the reports for the finance people.',
    '',
    '12 345, 6.7!',
  ])('leaves "%s" as it is', (text) => {
    expect(found(text)).toEqual([])
  })

  test('is surer of a term that fits the words around it', () => {
    const ordering = exampleVocabulary(['strict'], ['with strict ordering it waits'])
    const sure = (text: string) => findTerms(text, ordering).map((term) => term.sure)
    expect(sure('they ask for strike ordering there')).toEqual([true])
    expect(sure('they went on strike in May')).toEqual([false])
  })

  test('never touches numbers, and no two spans share a word', () => {
    const word = fc.constantFrom(
      ...[
        'cash',
        'in',
        'validation',
        'fifteen',
        'the',
        'cue',
        'post',
        'grass',
        'dame',
        'potent',
        'I',
        '250',
        '.',
      ],
      ...['a', 'c', 's', 'r', 'f', 'cabernets', 'raise', 'condition', ','],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(' ')
        const spans = findTerms(text, vocabulary)
        let end = 0
        for (const { from, to, term } of spans) {
          expect(from).toBeGreaterThanOrEqual(end)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(text.length)
          expect(text.slice(from, to)).not.toMatch(/fifteen|250/)
          expect(terms).toContain(term)
          end = to
        }
        expect(findTerms(text, vocabulary)).toEqual(spans)
      }),
    )
  })

  test('bears any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => Array.isArray(findTerms(text, vocabulary))),
    )
  })

  test('looks at a quarter of an hour of speech, not more', () => {
    const spans = findTerms('the cash holds the old one. '.repeat(2_000), vocabulary)
    expect(spans.length).toBeGreaterThan(100)
    expect(spans.at(-1)?.to).toBeLessThan(14_000)
  })
})
