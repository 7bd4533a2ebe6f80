import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Ears, VoiceEngine, VoiceEvent } from '../../voice/voice-engine.ts'
import { setUpSession } from './fake-session.ts'
import { eventsFixture, viewFixture } from './view-fixture.ts'
import { silenceDue } from './session-view.ts'

/** A session by voice whose engine tells what the test lets it tell. */
function setUp(own: Partial<VoiceEngine> = {}, start: Parameters<typeof setUpSession>[0] = {}) {
  const calls: string[] = []
  let tell: (event: VoiceEvent) => void = () => undefined
  const ears: Ears = {
    finish: () => calls.push('finish'),
    hold: (on) => calls.push(`hold ${on}`),
    mute: (on) => calls.push(`mute ${on}`),
    device: () => undefined,
    listenWith: (deviceId) => calls.push(`device ${deviceId}`),
    level: () => 0.1,
  }
  const engine: VoiceEngine = {
    start: (onEvent) => {
      tell = onEvent
    },
    stop: () => undefined,
    say: (text) => {
      calls.push(`say ${text}`)
      tell({ kind: 'speech-progressed', unsaid: 5 })
    },
    interrupt: () => {
      calls.push('interrupt')
      tell({ kind: 'speech-progressed', unsaid: 0 })
    },
    write: () => undefined,
    submit: () => false,
    setSpeed: (speed) => calls.push(`speed ${speed}`),
    ears,
    ...own,
  }
  const parts = setUpSession(start, '', engine)
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return { ...parts, calls, tell: (event: VoiceEvent) => tell(event), settle }
}

const spoken = { kind: 'turn-committed', startedAt: 1, endedAt: 2, source: 'voice' } as const

test('the server is told that the interview is held by voice', async () => {
  const { session, sent } = setUp()
  await session.join()
  expect(sent[0]).toBe('engine local')
})

test('what is spoken while an answer is on its way is sent after it, and nothing is lost', async () => {
  const { session, sent, tell, settle } = setUp()
  await session.join()
  tell({ ...spoken, text: 'first' })
  tell({ ...spoken, text: 'second' })
  await vi.waitFor(() =>
    expect(sent.filter((each) => typeof each === 'object' && 'text' in each)).toHaveLength(2),
  )
  await settle()
  const texts = sent.flatMap((each) => (typeof each === 'object' && 'turnId' in each ? [each] : []))
  expect(texts).toMatchObject([
    { text: 'first', source: 'voice' },
    { text: 'second', source: 'voice' },
  ])
})

test('talking over the interviewer tells what was heard of it', async () => {
  const { session, sent, tell, settle } = setUp()
  await session.join()
  tell({ ...spoken, text: 'Line 4' })
  await settle()
  tell({ kind: 'talked-over', unsaid: 3 })
  await settle()
  expect(sent.at(-1)).toEqual({ kind: 'interrupted', heard: 'Where are' })
})

test('no silence is told while something is being heard', async () => {
  const { session, store, tell } = setUp()
  await session.join()
  expect(silenceDue(store.get())).toBe(12_000)
  tell({ kind: 'heard', text: 'I would' })
  expect(silenceDue(store.get())).toBeNull()
  expect(store.get().heard).toBe('I would')
})

test('hold silences the interviewer and the microphone', async () => {
  const { session, tell, calls, settle } = setUp()
  await session.join()
  tell({ kind: 'speech-progressed', unsaid: 4 })
  session.hold(true)
  await settle()
  expect(calls).toEqual(['interrupt', 'hold true'])
})

test('push-to-talk hears only while it is pressed, and letting go ends the answer', async () => {
  const { session, store, calls } = setUp()
  await session.join()
  session.talk(true)
  expect(calls).toEqual([])
  session.setPushToTalk(true)
  session.talk(true)
  session.talk(false)
  expect(calls).toEqual(['mute true', 'mute false', 'mute true', 'finish'])
  session.setSpeed(1.2)
  expect(store.get()).toMatchObject({ pushToTalk: true, speed: 1.2 })
})

test('the page reads the log when the far side has added to it', async () => {
  const { session, server, store, tell } = setUp()
  await session.join()
  server.state = { ...server.state, seq: 40, clockMs: 99_000 }
  tell({ kind: 'log-grew' })
  await vi.waitFor(() => expect(store.get().state?.clockMs).toBe(99_000))
})

describe('an interview that a far side leads', () => {
  const far = { ledFromAfar: true, submit: () => true }
  const said = {
    seq: 5,
    at: 2_000,
    kind: 'candidate-said',
    turnId: 't1',
    source: 'typed',
    startMs: 0,
    endMs: 1,
  } as const
  const dropped = { kind: 'line-changed', connected: false, cause: 'dropped' } as const

  afterEach(() => vi.useRealTimers())

  test.each([
    { phase: 'ready' as const, posted: [] },
    { phase: 'live' as const, posted: [{ kind: 'returned' }] },
  ])(
    'that is $phase gets no line from the page: no opening, no engine, no silence',
    async ({ phase, posted }) => {
      vi.useFakeTimers()
      const { session, sent, tell } = setUp(far, { phase })
      await session.join()
      tell({ kind: 'log-grew' })
      await vi.advanceTimersByTimeAsync(600_000)
      expect(sent).toEqual(posted)
    },
  )

  test('tells the server what the conversation is called, and the page when there is none', async () => {
    const { session, sent, store, tell, settle } = setUp(far)
    await session.join()
    tell({ ...dropped, unanswered: null })
    expect(store.get().lineFault).toBe('dropped')
    tell({ kind: 'line-changed', connected: true, callId: 'conv_1' })
    expect(store.get().lineFault).toBeNull()
    await settle()
    expect(sent).toContainEqual({ kind: 'call-started', conversationId: 'conv_1' })
  })

  test('that another tab has ended is dialled no more', async () => {
    const stop = vi.fn()
    const { session, server, tell, settle } = setUp({ ...far, stop })
    await session.join()
    tell({ ...dropped, unanswered: null })
    await settle()
    expect(stop).not.toHaveBeenCalled()
    server.state = { ...server.state, seq: 40, phase: 'finished' }
    tell({ ...dropped, unanswered: null })
    await vi.waitFor(() => expect(stop).toHaveBeenCalled())
  })

  test('empties the field of an answer that was handed on, and not of a newer draft', async () => {
    const { session, store, tell } = setUp(far)
    await session.join()
    session.write('It retries.')
    tell({ kind: 'answer-handed-on', text: 'It retries.' })
    expect(store.get().draft).toBe('')
    session.write('And then')
    tell({ kind: 'answer-handed-on', text: 'It retries.' })
    expect(store.get().draft).toBe('And then')
  })

  test.each([
    {
      what: 'is put back where the log lacks it',
      unanswered: 'Two workers race.',
      draft: '',
      shown: 'Two workers race.',
    },
    { what: 'is not where the log holds it', unanswered: 'It retries.', draft: '', shown: '' },
    { what: 'is not over a newer draft', unanswered: 'Two workers race.', draft: 'Well', shown: 'Well' },
  ])('an answer that got lost with its line $what', async ({ unanswered, draft, shown }) => {
    const { session, store, tell, settle } = setUp(far)
    await session.join()
    const events = [...eventsFixture, { ...said, text: 'It retries.' }]
    store.dispatch({ kind: 'view-read', view: viewFixture({ seq: 5 }, events), now: 0 })
    session.write(draft)
    tell({ ...dropped, unanswered })
    await settle()
    expect(store.get().draft).toBe(shown)
  })

  test('is told what was heard of a line by whoever knows', async () => {
    const { session, sent, store, tell, settle } = setUp(far)
    await session.join()
    tell({ kind: 'speech-progressed', unsaid: 4 })
    tell({ kind: 'talked-over', unsaid: 4, heard: 'Where are' })
    expect(store.get().unsaid).toBe(0)
    await settle()
    expect(sent).toContainEqual({ kind: 'interrupted', heard: 'Where are' })
  })
})
