import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Bank } from '../domain/catalog/bank.ts'
import { createBankFinder } from '../domain/grading/create-bank-finder.ts'
import { readTurns } from '../domain/grading/read-turns.ts'
import { gradeSession } from '../domain/grading/grade-session.ts'
import { direct } from '../domain/interview/director/direct.ts'
import type { Turn } from '../domain/interview/director/draft.ts'
import type { NewEvent, SessionEvent } from '../domain/interview/event.ts'
import { findQuestion } from '../domain/interview/find-question.ts'
import { fold } from '../domain/interview/fold.ts'
import { initialState } from '../domain/interview/initial-state.ts'
import { silenceAfter } from '../domain/interview/silence-after.ts'
import type { SessionState } from '../domain/interview/state.ts'
import { examplePlan } from '../domain/report/session-fixture.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const finder = createBankFinder(bank)
const plan = examplePlan(bank, ['order-webhook', 'idempotent-provisioning', 'owned-system'])
const question = findQuestion(bank, plan, 'order-webhook')
const ask = question.asks[0]?.text ?? ''

const MISHEARD = "The append isn't ordain potent, and that is what worries me."
const ASKED = 'Did you say “idempotent”?'

const place = (state: SessionState, event: NewEvent): SessionState =>
  fold(state, { ...event, id: `own-${state.seq + 1}`, seq: state.seq + 1, at: state.lastAt + 1_000 })

/** Section B with its first question asked, and whatever came before. */
function openSession(...before: NewEvent[]): SessionState {
  const events: NewEvent[] = [
    { kind: 'plan-made', plan },
    { kind: 'started', turnId: 'open' },
    { kind: 'section-entered', section: 'B' },
    ...before,
    { kind: 'snippet-shown', snippetId: question.id },
    { kind: 'agent-said', text: ask, by: 'planned', act: 'ask', questionId: question.id, askId: 'opener' },
  ]
  return events.reduce(place, initialState())
}

interface Talk {
  state: SessionState
  /** Of the last turn. */
  events: SessionEvent[]
}

function say(state: SessionState, text: string, source: Turn['source'] = 'voice'): Talk {
  const at = state.lastAt + 5_000
  const startMs = at - (state.startedAt ?? 0)
  const turnId = `t${state.turns.length}`
  const events = direct(
    state,
    { turnId, text, at, startMs, endMs: startMs, source, unsure: [] },
    { bank, finder },
  )
  return { state: events.reduce(fold, state), events }
}

const talk = (...texts: string[]) =>
  texts.reduce<Talk>(({ state }, text) => say(state, text), { state: openSession(), events: [] })

const lines = ({ events }: Talk) =>
  events.flatMap((event) => (event.kind === 'agent-said' ? [event.text] : []))
const kinds = ({ events }: Talk) => events.map(({ kind }) => kind)
const heardOf = ({ state }: Talk) => Object.keys(state.questions[question.id]?.heard ?? {})
const outcomes = ({ events }: Talk) =>
  events.flatMap((event) => (event.kind === 'term-settled' ? [event.outcome] : []))
const asks = ({ events }: Talk) =>
  events.flatMap((event) => (event.kind === 'agent-said' && event.act === 'ask' ? [event.askId] : []))
const entryOf = ({ state }: Talk, text: string) => state.transcript.find((entry) => entry.text === text)

describe('a spoken answer with a near term', () => {
  const doubted = talk(MISHEARD)

  test('stays as it was heard, with the term beside it and its words unsure', () => {
    const from = MISHEARD.indexOf('ordain')
    const to = from + 'ordain potent'.length
    const entry = entryOf(doubted, MISHEARD)
    expect(entry?.terms).toEqual([{ from, to, term: 'idempotent', sure: false }])
    expect(entry?.unsure).toEqual([[from, to]])
  })

  test('is asked about where the term would say a point, in place of the next question', () => {
    expect(lines(doubted)).toEqual([ASKED])
    expect(kinds(doubted)).toEqual(['candidate-said', 'points-heard', 'term-asked', 'agent-said'])
    expect(heardOf(doubted)).toEqual([])
  })

  test.each([
    'Yes.',
    'yeah, exactly',
    'Yes, idempotent',
    'Idempotent.',
    'I said I dame potent',
    'Right.',
    'Sure',
    'I did',
  ])('counts as said after "%s", with the heard words as its receipt', (text) => {
    const settled = talk(MISHEARD, text)
    expect(outcomes(settled)).toEqual(['said'])
    expect(heardOf(settled)).toEqual(['finds-double-credit'])
    expect(entryOf(settled, MISHEARD)).toMatchObject({ terms: [{ sure: true }], unsure: [] })
    expect(asks(settled)).toHaveLength(1)
    const [graded] = gradeSession(settled.state, bank, finder).questions
    const receipt = graded?.heard.get('finds-double-credit')
    expect(receipt?.evidence.turnId).toBe('t1')
    expect(receipt?.evidence.quote).toContain('ordain potent')
  })

  test.each(['No.', 'no, I said important', "I didn't", 'Not really'])('is dropped after "%s"', (text) => {
    const settled = talk(MISHEARD, text)
    expect(outcomes(settled)).toEqual(['not-said'])
    expect(heardOf(settled)).toEqual([])
    expect(entryOf(settled, MISHEARD)).toMatchObject({ terms: [], unsure: [[17, 30]] })
    expect(asks(settled)).toHaveLength(1)
  })

  test('is left open by anything else, which is heard as part of the answer', () => {
    const settled = talk(MISHEARD, 'And nothing checks that event dot shop ID is the same as shop dot ID.')
    expect(outcomes(settled)).toEqual(['open'])
    expect(heardOf(settled)).toEqual(['finds-shop-mismatch'])
    expect(entryOf(settled, MISHEARD)?.terms).toMatchObject([{ sure: false }])
    expect(asks(settled)).toHaveLength(1)
  })

  test.each(['Yes.', 'No.', 'Hm, what I like about it is the name of it.'])(
    'takes one turn of the section, also with "%s"',
    (text) => {
      const plain = talk('The append is fine and that is what I like about it.')
      const settled = talk(MISHEARD, text)
      expect(settled.state.sectionTurns).toBe(plain.state.sectionTurns)
      expect(settled.state.questions[question.id]?.turns).toBe(1)
    },
  )

  test('takes one turn of the section with all that is said before the next question', () => {
    const settled = talk(
      MISHEARD,
      'Yes, and nothing checks that event dot shop ID is the same as shop dot ID.',
    )
    expect(heardOf(settled)).toEqual(['finds-double-credit', 'finds-shop-mismatch'])
    expect(settled.state.sectionTurns).toBe(1)
  })

  test('waits while it is asked again, thought about or the time is asked', () => {
    for (const text of ['Could you repeat that?', 'Sorry?', 'What?', 'Are you there?']) {
      const again = talk(MISHEARD, text)
      expect(lines(again)).toEqual([ASKED])
      expect(heardOf(say(again.state, 'yes'))).toEqual(['finds-double-credit'])
    }
    for (const text of ['Let me think.', 'How much time is left?']) {
      const waiting = talk(MISHEARD, text)
      expect(waiting.state.doubt?.term).toBe('idempotent')
      expect(asks(waiting)).toEqual([])
      expect(heardOf(say(waiting.state, 'yes'))).toEqual(['finds-double-credit'])
    }
  })

  test('is left open by a request that takes up the question or leaves it, and none is skipped for it', () => {
    const hinted = talk(MISHEARD, 'Can you give me a hint?')
    expect(outcomes(hinted)).toEqual(['open'])
    for (const text of ['Next question.', 'Thanks', "That's all I have"]) {
      const left = talk(MISHEARD, text)
      expect(outcomes(left)).toEqual(['open'])
      expect(kinds(left)).not.toContain('question-closed')
      expect(asks(left)).toHaveLength(1)
    }
    expect(talk(MISHEARD, "Let's stop the interview here").state.phase).toBe('closed')
  })

  test('waits out one silence, not as long as for code to be read, and goes on after the second', () => {
    expect(silenceAfter({ ...doubted.state, engine: 'local' })).toBe(12_000)
    const waited = talk(MISHEARD, '')
    expect(kinds(waited)).toEqual(['silence-noted'])
    expect(waited.state.doubt).toBeDefined()
    const left = talk(MISHEARD, '', '')
    expect(outcomes(left)).toEqual(['open'])
    expect(asks(left)).toHaveLength(1)
    const held = say(place(doubted.state, { kind: 'hold-started' }), '')
    expect(held.state.doubt).toBeDefined()
  })

  test('is not asked about twice at one question, nor more than three times in all', () => {
    expect(lines(talk(MISHEARD, 'No.', MISHEARD))).not.toContain(ASKED)
    const asked = (questionId: string): NewEvent[] => {
      const doubt = { turnId: 't0', questionId, from: 0, to: 1, term: 'cache' }
      return [
        { kind: 'term-asked', ...doubt },
        { kind: 'term-settled', ...doubt, outcome: 'open', points: [] },
      ]
    }
    const after = (count: number) =>
      lines(say(openSession(...['one', 'two', 'three'].slice(0, count).flatMap(asked)), MISHEARD))
    expect(after(2)).toEqual([ASKED])
    expect(after(3)).not.toContain(ASKED)
  })

  test('is never asked about when it was typed', () => {
    const typed = say(openSession(), MISHEARD, 'typed')
    expect(lines(typed)).not.toContain(ASKED)
    expect(entryOf(typed, MISHEARD)).toMatchObject({ unsure: [] })
    expect(entryOf(typed, MISHEARD)?.terms).toBeUndefined()
  })
})

describe('a spoken answer', () => {
  test('is understood without asking where a term is sure', () => {
    const sure = talk("The append isn't I dame potent, and that is what worries me.")
    expect(heardOf(sure)).toEqual(['finds-double-credit'])
    expect(kinds(sure)).not.toContain('term-asked')
    expect(asks(sure)).toHaveLength(1)
  })

  test('is about the question where only what it means is', () => {
    const text = 'It is not I dame potent.'
    const [turn] = readTurns(talk(text).state.transcript, question, undefined, finder)
    const [heard] = readTurns(say(openSession(), text, 'typed').state.transcript, question, undefined, finder)
    expect(turn?.relevance).toBeGreaterThan(heard?.relevance ?? 1)
  })

  test('earns nothing for a term that was only named to it', () => {
    const said = "Well, that append isn't idempotent."
    const echo = talk(MISHEARD, said)
    const [graded] = gradeSession(echo.state, bank, finder).questions
    expect(outcomes(echo)).toEqual(['open'])
    expect(heardOf(echo)).toEqual([])
    expect(graded?.heard.size).toBe(0)
    expect(heardOf(talk(said))).toEqual(['finds-double-credit'])
  })

  test(
    'gives the same events again, asks no more than three times and ends every doubt',
    { timeout: 60_000 },
    () => {
      const words = fc.constantFrom(
        ...[
          MISHEARD,
          'Yes.',
          'No, I said important.',
          '',
          'Could you repeat that?',
          'Skip it',
          'Give me a hint',
        ],
        ...['Nothing here is ordain potent, so it is paid twice.', 'We had a thundering heard at the cash.'],
        'Go back to the previous question',
      )
      fc.assert(
        fc.property(fc.array(words, { maxLength: 14 }), (texts) => {
          let state = openSession()
          const log: SessionEvent[] = []
          for (const text of texts) {
            if (state.phase !== 'live') break
            const turn = say(state, text)
            expect(say(state, text).events).toEqual(turn.events)
            log.push(...turn.events)
            state = turn.state
          }
          const asked = log.filter(({ kind }) => kind === 'term-asked').length
          const settled = log.filter(({ kind }) => kind === 'term-settled').length
          expect(asked).toBeLessThanOrEqual(3)
          expect(asked - settled).toBe(state.doubt ? 1 : 0)
        }),
        { numRuns: 40 },
      )
    },
  )
})
