import { expect, test } from 'vitest'
import {
  exampleDimension,
  exampleEvidence,
  exampleFinding,
  exampleReport,
  exampleTurn,
} from './report-fixture.ts'
import { transcriptView } from './transcript-view.ts'

test('marks the words that scored and says beside them why', () => {
  const [turn] = transcriptView(
    exampleReport({
      transcript: [exampleTurn('t1', 'Well, the key is fresh.')],
      dimensions: [exampleDimension('debugging', 3, [exampleEvidence('the key is fresh')])],
      moments: [{ turnId: 't1', kind: 'strong', startMs: 120_000 }],
    }),
  )
  expect(turn?.words.find(({ mark }) => mark === 'for')?.text).toBe('the key is fresh')
  expect(turn?.notes).toEqual([{ icon: 'strong', head: 'Strong.', text: 'the point' }])
})

test('leads from a turn to the lines it found, and stays silent about what was missed', () => {
  const [turn] = transcriptView(
    exampleReport({
      transcript: [exampleTurn('t1', 'It runs twice.')],
      answerKey: [exampleFinding({ outcome: 'unaided', turnId: 't1' }), exampleFinding({ turnId: 't1' })],
    }),
  )
  expect(turn?.notes).toEqual([
    {
      icon: 'found',
      head: 'Found unaided.',
      text: 'The issue',
      link: { href: '#snippet-L2', label: 'L2–3' },
    },
  ])
})

test('says a finding once, with its lines, where the moment would only say it again', () => {
  const moment = { turnId: 't1', startMs: 120_000 }
  const [turn] = transcriptView(
    exampleReport({
      transcript: [exampleTurn('t1', 'It runs twice.')],
      moments: [
        { ...moment, kind: 'strong', note: 'The issue' },
        { ...moment, kind: 'weak', note: 'False alarm: The issue' },
        { ...moment, kind: 'strong', note: 'Tests it with two processes' },
        { ...moment, kind: 'note', note: 'The issue' },
      ],
      answerKey: [exampleFinding({ outcome: 'unaided', turnId: 't1' })],
    }),
  )
  expect(turn?.notes.map(({ head, text }) => `${head} ${text}`)).toEqual([
    'Strong. Tests it with two processes',
    'Your note. The issue',
    'Found unaided. The issue',
  ])
})

test('sets a note of no turn beside the last turn that had begun', () => {
  const transcript = [
    exampleTurn('t1', 'One.', { startMs: 0 }),
    exampleTurn('t2', 'Two.', { startMs: 60_000 }),
  ]
  const moments = [{ turnId: 'none', kind: 'note' as const, startMs: 70_000, note: 'come back' }]
  const turns = transcriptView(exampleReport({ transcript, moments }))
  expect(turns.map(({ notes }) => notes.map(({ text }) => text))).toEqual([[], ['come back']])
})

test('shows of an interrupted line what was heard, and keeps the rest beside it', () => {
  const entry = exampleTurn('a1', 'How would you test it?', { speaker: 'agent', heard: 'How would' })
  const [turn] = transcriptView(exampleReport({ transcript: [entry] }))
  expect(turn?.words).toEqual([{ text: 'How would –', mark: null }])
  expect(turn?.notes[0]?.text).toBe('The line went on: you test it?')
})

test('keeps the words from before a correction', () => {
  const [turn] = transcriptView(
    exampleReport({ transcript: [exampleTurn('t1', 'cache', { edited: 'cash' })] }),
  )
  expect(turn?.notes).toEqual([{ icon: 'note', head: 'You corrected this.', text: 'It read: cash' }])
})

test('shows a corrected turn as it reads now, and an edit beside the words that are scored', () => {
  const [corrected, edited] = transcriptView(
    exampleReport({
      corrections: [],
      transcript: [
        exampleTurn('t1', 'cache', { heard: 'cash' }),
        exampleTurn('t2', 'cash', { heard: 'cash', edited: 'a cache with a key' }),
      ],
    }),
  )
  expect(corrected).toMatchObject({ text: 'cache', takenDown: 'cash', words: [{ text: 'cache' }] })
  expect(corrected?.notes.map(({ head, text }) => `${head} ${text}`)).toEqual([
    'You corrected this. It read: cash',
  ])
  expect(edited).toMatchObject({ text: 'a cache with a key', takenDown: 'cash', words: [{ text: 'cash' }] })
  expect(edited?.notes.map(({ head, text }) => `${head} ${text}`)).toEqual([
    'Edited by the candidate. Shown, not scored: a cache with a key',
  ])
})

test('opens a section at its first turn only', () => {
  const transcript = [
    exampleTurn('t1', 'One.', { section: 'A' }),
    exampleTurn('t2', 'Two.', { section: 'A' }),
    exampleTurn('t3', 'Three.', { section: 'B' }),
  ]
  expect(transcriptView(exampleReport({ transcript })).map(({ opens }) => opens)).toEqual([
    'A  Background',
    null,
    'B  Code and debugging',
  ])
})
