import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { followSpeech } from './follow-speech.ts'

/** Each letter and space of the text takes 10 ms. */
const align = (text: string) => ({
  chars: [...text],
  char_start_times_ms: [...text].map((_, at) => at * 10),
})

function setUp() {
  const left: number[] = []
  const speech = followSpeech(Date.now, (unsaid) => void left.push(unsaid))
  const sounds = (text: string, lastsMs = text.length * 10, eventId = 1) =>
    speech.sounds({ eventId, lastsMs, alignment: align(text) })
  return { speech, left, sounds }
}

describe('followSpeech', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
  afterEach(() => void vi.useRealTimers())

  test('counts a word as said when it begins, by the times of its characters', () => {
    const { speech, left, sounds } = setUp()
    speech.says(1, 'Where are the risks?')
    sounds('Where are ')
    sounds('the risks?')
    vi.advanceTimersByTime(60)
    expect(left).toEqual([4])
    vi.advanceTimersByTime(40)
    expect(left).toEqual([4, 1])
    vi.advanceTimersByTime(100)
    expect(left).toEqual([4, 1, 0])
    vi.advanceTimersByTime(2_000)
    expect(left).toEqual([4, 1, 0])
    expect(vi.getTimerCount()).toBe(0)
  })

  test('goes by an even pace where there are no times, and counts all as said when the sound is over', () => {
    const { speech, left } = setUp()
    speech.sounds({ eventId: 1, lastsMs: 1_000, alignment: null })
    speech.says(1, 'one two three four five six')
    expect(left).toEqual([6])
    vi.advanceTimersByTime(400)
    expect(left).toEqual([6, 5])
    vi.advanceTimersByTime(1_200)
    expect(left).toEqual([6, 5, 4, 3, 2])
    vi.advanceTimersByTime(100)
    expect(left.at(-1)).toBe(0)
  })

  test('waits longer for the first sound than for more of it', () => {
    const { speech, left } = setUp()
    speech.says(1, 'one two')
    vi.advanceTimersByTime(2_900)
    expect(left).toEqual([2])
    vi.advanceTimersByTime(100)
    expect(left).toEqual([2, 0])
  })

  test('adds what is said later in the same turn, and starts anew with the next', () => {
    const { speech, left, sounds } = setUp()
    speech.says(1, 'one ')
    speech.says(1, 'two ')
    expect(left).toEqual([1, 2])
    sounds('three', 50, 2)
    speech.says(2, 'three four')
    expect(left.at(-1)).toBe(1)
    expect(speech.eventId()).toBe(2)
  })

  test('forgets what is left when it is stopped, and says how much that was', async () => {
    const { speech, left, sounds } = setUp()
    speech.says(1, 'one two three')
    sounds('one two three')
    vi.advanceTimersByTime(50)
    const heardOut = speech.heardOut()
    expect(speech.stop()).toBe(1)
    await heardOut
    vi.advanceTimersByTime(5_000)
    expect(left).toEqual([3])
    expect(vi.getTimerCount()).toBe(0)
    expect(speech.stop()).toBe(0)
    expect(speech.eventId()).toBe(1)
  })

  test('has been heard out when its sound is over, and at once where there is none', async () => {
    const { speech, sounds } = setUp()
    await speech.heardOut()
    sounds('one two')
    let isOut = false
    void speech.heardOut().then(() => (isOut = true))
    await vi.advanceTimersByTimeAsync(60)
    expect(isOut).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(isOut).toBe(true)
  })

  test('never leaves more than was said, nor less than nothing, and ends at nothing', () => {
    const step = fc.oneof(
      fc.record({ wait: fc.nat(2_000) }),
      fc.record({ text: fc.string(), event: fc.nat(3) }),
      fc.record({ lasts: fc.nat(3_000), event: fc.nat(3), spoken: fc.string() }),
    )
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { speech, left } = setUp()
        let words = 0
        for (const one of steps) {
          if ('wait' in one) vi.advanceTimersByTime(one.wait)
          else if ('text' in one) {
            words += one.text.split(/\s+/).filter(Boolean).length
            speech.says(one.event, one.text)
          } else speech.sounds({ eventId: one.event, lastsMs: one.lasts, alignment: align(one.spoken) })
        }
        vi.advanceTimersByTime(200_000)
        for (const unsaid of left) expect(unsaid >= 0 && unsaid <= words).toBe(true)
        expect(left.at(-1) ?? 0).toBe(0)
        expect(vi.getTimerCount()).toBe(0)
      }),
    )
  })
})
