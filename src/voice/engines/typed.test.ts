import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { VoiceEvent } from '../voice-engine.ts'
import { createTypedEngine } from './typed.ts'

function setUp(pace = 100) {
  const heard: VoiceEvent[] = []
  const engine = createTypedEngine({ wordMs: () => pace, now: () => Date.now() })
  engine.start((event) => heard.push(event))
  const unsaid = () => heard.flatMap((event) => (event.kind === 'speech-progressed' ? [event.unsaid] : []))
  return { engine, heard, unsaid }
}

describe('createTypedEngine', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
  afterEach(() => void vi.useRealTimers())

  test('reveals a line a word at a time', () => {
    const { engine, unsaid } = setUp()
    engine.say('Where are the risks?')
    vi.advanceTimersByTime(1_000)
    expect(unsaid()).toEqual([4, 3, 2, 1, 0])
  })

  test('adds a second line to the first', () => {
    const { engine, unsaid } = setUp()
    engine.say('To recap.\n')
    vi.advanceTimersByTime(100)
    engine.say('Next snippet.')
    expect(unsaid().at(-1)).toBe(3)
    vi.advanceTimersByTime(300)
    expect(unsaid().at(-1)).toBe(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('shows a line at once when the pace is 0', () => {
    const { engine, unsaid } = setUp(0)
    engine.say('Where are the risks?')
    expect(unsaid()).toEqual([0])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('an interruption drops what is left, and only then reports', () => {
    const { engine, unsaid } = setUp()
    engine.interrupt()
    expect(unsaid()).toEqual([])
    engine.say('one two three')
    vi.advanceTimersByTime(100)
    engine.interrupt()
    vi.advanceTimersByTime(1_000)
    expect(unsaid()).toEqual([3, 2, 0])
  })

  test('a turn starts at the first key of its draft', () => {
    const { engine, heard } = setUp()
    engine.write('l')
    vi.setSystemTime(4_000)
    engine.write('line 45 ')
    vi.setSystemTime(5_000)
    expect(engine.submit('line 45 ')).toBe(true)
    expect(heard.at(-1)).toEqual({
      kind: 'turn-committed',
      text: 'line 45',
      startedAt: 1_000,
      endedAt: 5_000,
      source: 'typed',
    })
  })

  test('words that were never a draft start when they are submitted and leave the draft alone', () => {
    const { engine, heard } = setUp()
    engine.write('half an ans')
    vi.setSystemTime(3_000)
    engine.submit('Repeat')
    expect(heard.at(-1)).toMatchObject({ text: 'Repeat', startedAt: 3_000, endedAt: 3_000 })
    engine.submit('half an ans')
    expect(heard.at(-1)).toMatchObject({ startedAt: 1_000 })
  })

  test('a draft that was emptied starts again', () => {
    const { engine, heard } = setUp()
    engine.write('x')
    engine.write('')
    vi.setSystemTime(9_000)
    engine.write('again')
    engine.submit('again')
    expect(heard.at(-1)).toMatchObject({ startedAt: 9_000 })
  })

  test('refuses an answer without words', () => {
    const { engine, heard } = setUp()
    expect(engine.submit(' \n')).toBe(false)
    expect(heard).toEqual([])
  })

  test('reports nothing once stopped', () => {
    const { engine, heard } = setUp()
    engine.say('one two')
    heard.length = 0
    engine.stop()
    vi.advanceTimersByTime(1_000)
    engine.write('x')
    expect(heard).toEqual([])
  })
})
