import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { VoiceEvent } from '../../voice-engine.ts'
import { followSpeech } from './follow-speech.ts'
import { hearFarSide } from './hear-far-side.ts'
import { readServerMessage } from './server-message.ts'

function setUp() {
  const events: VoiceEvent[] = []
  const report = (event: VoiceEvent) => void events.push(event)
  const speech = followSpeech(Date.now, (unsaid) => report({ kind: 'speech-progressed', unsaid }))
  const farSide = hearFarSide({ speech, report, now: Date.now, lasts: (length) => length })
  const hear = (raw: unknown) => {
    const message = readServerMessage(raw)
    if (message) farSide.hear(message)
  }
  return {
    events,
    farSide,
    hear,
    sound: (event_id: number, lasts = 10_000) =>
      hear({ type: 'audio', audio_event: { event_id, audio_base_64: 'A'.repeat(lasts) } }),
    text: (event_id: number, agent_response: string) =>
      hear({ type: 'agent_response', agent_response_event: { event_id, agent_response } }),
    interruption: (event_id: number) => hear({ type: 'interruption', interruption_event: { event_id } }),
    correction: (event_id: number, original_agent_response: string, corrected_agent_response: string) =>
      hear({
        type: 'agent_response_correction',
        agent_response_correction_event: { event_id, original_agent_response, corrected_agent_response },
      }),
    over: () => events.filter(({ kind }) => kind === 'talked-over'),
  }
}

describe('hearFarSide', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
  afterEach(() => void vi.useRealTimers())

  test('tells of an interruption once, with what the far side says was heard', () => {
    const { events, sound, text, interruption, correction, over } = setUp()
    sound(2)
    text(2, 'one two three four')
    interruption(2)
    expect(events.at(-1)).toEqual({ kind: 'candidate-active', at: 1_000 })
    correction(2, 'one two three four', 'one')
    vi.advanceTimersByTime(10_000)
    expect(over()).toEqual([{ kind: 'talked-over', unsaid: 3, heard: 'one' }])
  })

  test('tells of it by its own count when no correction comes within a second', () => {
    const { sound, text, interruption, correction, over } = setUp()
    sound(2)
    text(2, 'one two three four')
    vi.advanceTimersByTime(400)
    interruption(2)
    vi.advanceTimersByTime(999)
    expect(over()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(over()).toEqual([{ kind: 'talked-over', unsaid: 3 }])
    correction(2, 'one two three four', 'one')
    expect(over()).toHaveLength(1)
  })

  test('tells nothing of one that cut nothing off', () => {
    const { sound, text, interruption, correction, over } = setUp()
    sound(2, 100)
    text(2, 'one two')
    vi.advanceTimersByTime(5_000)
    interruption(2)
    correction(2, 'one two', 'one two')
    interruption(2)
    vi.advanceTimersByTime(5_000)
    expect(over()).toEqual([])
  })

  test('tells nothing of a line that was cut here before, and plays no more of it', () => {
    const { events, farSide, sound, text, interruption, correction, over } = setUp()
    expect(farSide.mayPlay()).toBe(true)
    sound(2)
    text(2, 'one two three')
    expect(farSide.mayPlay()).toBe(true)
    expect(farSide.cut()).toBe(3)
    sound(2)
    expect(farSide.mayPlay()).toBe(false)
    text(2, 'four five')
    interruption(2)
    correction(2, 'one two three', 'one')
    vi.advanceTimersByTime(2_000)
    expect(over()).toEqual([])
    expect(events.filter(({ kind }) => kind === 'speech-progressed')).toEqual([
      { kind: 'speech-progressed', unsaid: 3 },
    ])
    sound(4)
    text(4, 'one')
    expect(farSide.mayPlay()).toBe(true)
    expect(events).toContainEqual({ kind: 'speech-progressed', unsaid: 1 })
  })

  test('hears the candidate: speech, words so far, and the end of the turn', () => {
    const { events, hear } = setUp()
    hear({ type: 'vad_score', vad_score_event: { vad_score: 0.49 } })
    hear({ type: 'vad_score', vad_score_event: { vad_score: 0.5 } })
    vi.advanceTimersByTime(500)
    hear({ type: 'vad_score', vad_score_event: { vad_score: 0.9 } })
    hear({
      type: 'tentative_user_transcript',
      tentative_user_transcription_event: { user_transcript: 'It re', event_id: 3 },
    })
    hear({
      type: 'user_transcript',
      user_transcription_event: { user_transcript: 'It retries.', event_id: 3 },
    })
    expect(events).toEqual([
      { kind: 'candidate-active', at: 1_000 },
      { kind: 'candidate-active', at: 1_500 },
      { kind: 'heard', text: 'It re' },
      { kind: 'heard', text: '' },
      { kind: 'turn-heard', text: 'It retries.', startedAt: 1_000, endedAt: 1_500 },
      { kind: 'log-grew' },
    ])
  })

  test.each([
    null,
    7,
    {},
    { type: 'audio' },
    { type: 'agent_response', agent_response_event: {} },
    { type: 'x' },
  ])('leaves %j aside', (raw) => {
    const { events, hear } = setUp()
    hear(raw)
    expect(events).toEqual([])
  })
})
