import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createHush } from './create-hush.ts'

function setUp() {
  const said: string[] = []
  const conversation = {
    setMicMuted: (on: boolean) => void said.push(on ? 'off' : 'on'),
    sendUserActivity: () => void said.push('activity'),
  }
  const hush = createHush(Date.now)
  hush.attach(conversation)
  said.length = 0
  return { said, hush, conversation }
}

describe('createHush', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 10_000 }))
  afterEach(() => void vi.useRealTimers())

  test('on hold the microphone is off and the far side is told every 1.5 s that the candidate is there', () => {
    const { said, hush } = setUp()
    hush.hold(true)
    vi.advanceTimersByTime(3_000)
    expect(said).toEqual(['activity', 'off', 'activity', 'activity'])
    hush.hold(false)
    vi.advanceTimersByTime(3_000)
    expect(said.slice(4)).toEqual(['activity', 'on'])
  })

  test('a hold that ends leaves a muted microphone off', () => {
    const { said, hush } = setUp()
    hush.mute(true)
    hush.hold(true)
    hush.hold(false)
    expect(said.at(-1)).toBe('off')
    hush.mute(false)
    expect(said.at(-1)).toBe('on')
    expect(hush.isOff()).toBe(false)
  })

  test('after Done the microphone is off until the turn is recognised, or for 2 s', () => {
    const { said, hush } = setUp()
    hush.finish()
    hush.turnOver()
    hush.turnOver()
    expect(said).toEqual(['off', 'on'])
    hush.finish()
    vi.advanceTimersByTime(1_999)
    expect(hush.isOff()).toBe(true)
    vi.advanceTimersByTime(1)
    expect(said).toEqual(['off', 'on', 'off', 'on'])
    expect(hush.isMuted()).toBe(false)
  })

  test('tells of typing at most every 1.5 s', () => {
    const { said, hush } = setUp()
    hush.typing()
    vi.advanceTimersByTime(1_499)
    hush.typing()
    expect(said).toEqual(['activity'])
    vi.advanceTimersByTime(1)
    hush.typing()
    expect(said).toEqual(['activity', 'activity'])
  })

  test('brings the next conversation to the same state, and is silent between two', () => {
    const { said, hush, conversation } = setUp()
    hush.mute(true)
    hush.attach(null)
    hush.typing()
    said.length = 0
    hush.attach(conversation)
    expect(said).toEqual(['off'])
    hush.hold(true)
    hush.stop()
    said.length = 0
    vi.advanceTimersByTime(10_000)
    expect(said).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})
