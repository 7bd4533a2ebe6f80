import { describe, expect, test } from 'vitest'
import { detectSpeech } from './detect-speech.ts'

const RATE = 16_000

function pcm(ms: number, loudness: number): Buffer {
  const samples = Int16Array.from({ length: (RATE * ms) / 1000 }, (_, at) =>
    Math.round(32_767 * loudness * Math.SQRT2 * Math.sin(at / 5)),
  )
  return Buffer.from(samples.buffer)
}

function setUp() {
  const heard: string[] = []
  const detector = detectSpeech(RATE, {
    onStart: () => heard.push('start'),
    onEnd: (samples) => heard.push(`${Math.round((samples.length * 1000) / RATE)} ms`),
  })
  const push = (ms: number, loudness: number) => {
    for (let done = 0; done < ms; done += 32) detector.push(pcm(32, loudness))
  }
  return { heard, push, detector }
}

describe('detectSpeech', () => {
  test('speech starts after 120 ms of loud sound and ends after 700 ms of quiet', () => {
    const { heard, push } = setUp()
    push(320, 0.001)
    push(96, 0.1)
    expect(heard).toEqual([])
    push(32, 0.1)
    expect(heard).toEqual(['start'])
    push(640, 0.001)
    push(320, 0.1)
    push(672, 0.001)
    expect(heard).toEqual(['start'])
    push(32, 0.001)
    expect(heard).toEqual(['start', `${128 + 640 + 320 + 704} ms`])
  })

  test('a click is no speech', () => {
    const { heard, push } = setUp()
    push(64, 0.5)
    push(2_000, 0.001)
    expect(heard).toEqual([])
  })

  test('tells the loudness', () => {
    expect(setUp().detector.push(pcm(320, 0.1))).toBeCloseTo(0.1, 2)
    expect(setUp().detector.push(Buffer.alloc(0))).toBe(0)
  })
})
