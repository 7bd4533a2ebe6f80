import { expect, test } from 'vitest'
import type { NewEvent } from '../domain/interview/event.ts'
import { toPublicEvents } from './to-public-events.ts'

const card = () => ({ snippetId: 's', title: 't', language: 'sql', href: '/s' })
const shown = (event: NewEvent) => toPublicEvents([{ ...event, id: 'e', seq: 3, at: 9 }], card)

const words = { turnId: 't1', text: 'it is I dame potent', unsure: [[6, 19] satisfies [number, number]] }
const terms = [{ from: 6, to: 19, term: 'idempotent', sure: false }]
const said = {
  kind: 'candidate-said' as const,
  ...words,
  startMs: 0,
  endMs: 1,
  source: 'voice' as const,
  terms,
}
const doubt = { turnId: 't1', questionId: 'q', from: 6, to: 19, term: 'idempotent' }

test('a turn shows where it may be misheard and not what may be meant', () => {
  expect(shown(said)).toMatchObject([{ text: words.text, unsure: [[6, 19]] }])
  expect(shown({ kind: 'turn-revised', ...words, terms, since: 2 })).toMatchObject([{ unsure: [[6, 19]] }])
  expect(JSON.stringify([...shown(said), ...shown({ kind: 'turn-revised', ...words, terms })])).not.toContain(
    'idempotent',
  )
  expect(shown({ ...said, unsure: [] })[0]).not.toHaveProperty('unsure')
})

test('a doubt shows only that it was settled, and where', () => {
  const settled = (outcome: 'said' | 'not-said' | 'open') =>
    shown({ kind: 'term-settled', ...doubt, outcome, points: [{ id: 'p', degree: 'full' }] })
  const place = { seq: 3, at: 9, kind: 'term-settled', turnId: 't1', from: 6, to: 19 }
  expect(shown({ kind: 'term-asked', ...doubt })).toEqual([])
  expect(settled('said')).toEqual([place])
  expect(settled('not-said')).toEqual([place])
  expect(settled('open')).toEqual([])
})
