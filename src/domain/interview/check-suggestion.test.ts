import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSuggestion } from './check-suggestion.ts'
import { initialState } from './initial-state.ts'
import type { ExpectedPoint, Question } from './question.ts'
import type { Entry, SessionState } from './state.ts'

const point = (id: string, text: string, wordings: string[]): ExpectedPoint => ({
  ...{
    id,
    text,
    wordings,
    misheard: [],
    weight: 1,
    dimension: 'breadth',
    sub: 'tradeoffs',
    askId: 'opener',
  },
})
const question: Question = {
  ...{ id: 'q', kind: 'scenario', title: 'A cache', level: 'senior', asks: [], signals: [], facts: [] },
  ...{ competencies: [], bestAnswer: '' },
  points: [
    point('herd', 'A thundering herd when a key expires', ['many requests miss at the same moment']),
    point('stale', 'Stale entries after a write', ['the write has to invalidate']),
  ],
}
const entry = (speaker: Entry['speaker'], text: string): Entry => ({
  ...{ turnId: 't', seq: 1, speaker, text, startMs: 0, endMs: 0, section: 'C', unsure: [] },
})

function stateAfter(answer: string, heard: string[] = []): SessionState {
  const transcript = [entry('agent', 'How would you cache product pages?'), entry('candidate', answer)]
  const heardPoints = heard.map((id) => [id, { degree: 'full' as const, turnId: 't', hintTier: 0 }])
  const state = { id: 'q', section: 'C' as const, asked: ['opener'], heard: Object.fromEntries(heardPoints) }
  const rest = { signals: [], hints: {}, turns: 1, offTopic: 0, clarified: [] }
  return { ...initialState(), transcript, questions: { q: { ...state, ...rest } } }
}
const state = stateAfter('I would put Redis in front and give every page ten minutes.')

describe('a follow-up that a model proposes', () => {
  test.each([
    'You gave every page ten minutes: why that long?',
    'What would you do on the day Redis is not there?',
    'Which pages would you leave out of it?',
  ])('may be asked when it is one plain question: %s', (text) => {
    expect(checkSuggestion(state, question, ` ${text}\n`)).toBe(text)
  })

  test.each([
    ['no question', 'Tell me more about the ten minutes.'],
    ['two questions', 'Why ten minutes? And why Redis?'],
    ['two sentences', 'You said ten minutes. Why is it that long?'],
    ['three words', 'Why ten minutes?'],
    ['a speech', `Why ${'would you do that '.repeat(10)}?`],
    ['praise', 'That is a great choice, why ten minutes?'],
    ['a verdict', 'You are right about Redis, why ten minutes?'],
    ['an address', 'Could you read example.com before you go on?'],
    ['an address at an unknown end', 'Could you read prize.example before you go on?'],
    ['a path', 'Could you read docs/guide before you go on?'],
    ['words of the prompt', 'It neither praises nor judges, gives no answer and no hint?'],
    ['markup', 'Why <b>ten minutes</b> and not more?'],
    ['a hidden character', 'Why ten mi\u200Bnutes and not more?'],
    ['what was asked', 'How would you cache the product pages?'],
    ['a word of a point that was not named', 'What happens when a key expires in Redis?'],
    ['about something else', 'Would you propose one follow-up for a technical phone screen?'],
    ['a stem of one', 'How would you go about invalidating a page?'],
  ])('is not asked when it is %s: %s', (_, text) => {
    expect(checkSuggestion(state, question, text)).toBeUndefined()
  })

  test('may name what the candidate has named, and a point that was heard', () => {
    const text = 'What happens when a key expires in Redis?'
    expect(checkSuggestion(stateAfter('The key expires after ten minutes.'), question, text)).toBe(text)
    expect(
      checkSuggestion(stateAfter('The key goes, and Redis asks the database.', ['herd']), question, text),
    ).toBe(text)
  })

  test('is one line of plain speech whatever was proposed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (noise) => {
        const asked = checkSuggestion(state, question, `Why would you ${noise} do that here?`)
        if (asked !== undefined) expect(asked).toMatch(/^[^<>\n`*_{}[\]|?]+\?$/)
      }),
    )
  })
})
