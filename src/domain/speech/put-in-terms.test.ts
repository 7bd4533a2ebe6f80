import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { HeardTerm } from './heard-term.ts'
import { putInTerms } from './put-in-terms.ts'

const term = (from: number, to: number, written: string): HeardTerm => ({
  from,
  to,
  term: written,
  sure: true,
})

test('puts terms in where they were meant, and finds the heard words again', () => {
  const heard = 'it is I dame potent, with a cash'
  const { text, back } = putInTerms(heard, [term(28, 32, 'cache'), term(6, 19, 'idempotent')])
  expect(text).toBe('it is idempotent, with a cache')
  const heardFor = (part: string) => {
    const from = text.indexOf(part)
    const range = back({ from, to: from + part.length })
    return heard.slice(range.from, range.to)
  }
  expect(heardFor('idempotent')).toBe('I dame potent')
  expect(heardFor('is idempotent, with')).toBe('is I dame potent, with')
  expect(heardFor('potent, with a ca')).toBe('I dame potent, with a cash')
  expect(heardFor(', with a ')).toBe(', with a ')
  expect(heardFor('it is ')).toBe('it is ')
})

test('leaves out terms outside the text, run backwards or over another', () => {
  const spans = [term(3, 2, 'x'), term(-4, 2, 'x'), term(2, 99, 'x'), term(0, 2, 'ab'), term(1, 3, 'x')]
  expect(putInTerms('0123', spans).text).toBe('ab23')
})

test('gives ranges of the heard text for ranges of the reading, in order, whole words where it touches a term', () => {
  const span = fc.record({
    from: fc.integer({ min: -3, max: 40 }),
    to: fc.integer({ min: -3, max: 40 }),
    term: fc.string({ minLength: 1, maxLength: 8 }),
    sure: fc.boolean(),
  })
  fc.assert(
    fc.property(
      fc.string({ maxLength: 36 }),
      fc.array(span, { maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      (heard, spans, a, b) => {
        const { text, back } = putInTerms(heard, spans)
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].toSorted(
          (one, other) => one - other,
        )
        if (from === undefined || to === undefined || from === to) return
        const range = back({ from, to })
        expect(range.from).toBeGreaterThanOrEqual(0)
        expect(range.to).toBeGreaterThan(range.from)
        expect(range.to).toBeLessThanOrEqual(heard.length)
        expect(back({ from: 0, to: text.length })).toEqual({ from: 0, to: heard.length })
        const own = heard.slice(range.from, range.to)
        if (putInTerms(heard, []).text === text) expect(own).toBe(text.slice(from, to))
      },
    ),
  )
})
