import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRecorder } from './create-recorder.ts'
import type { RecorderOptions } from './create-recorder.ts'
import type { Frame } from './cut-voice.ts'

/** Half a second of speech. */
const speech = (startMs: number): Frame => ({
  samples: new Float32Array(8_000).fill(0.3),
  startMs,
  speech: true,
})
const unreachable = () => Promise.reject(new Error('no network'))

/** A recorder over a server that answers as it is told, with pauses that the test ends. */
function setUp(answer: (startMs: number) => ReturnType<RecorderOptions['upload']> = async () => 'kept') {
  const sent: [startMs: number, size: number][] = []
  const pauses: { failed: number; end: () => void }[] = []
  const recorder = createRecorder({
    upload: (startMs, bytes) => {
      sent.push([startMs, bytes.length])
      return answer(startMs)
    },
    pause: (failed) => new Promise((end) => pauses.push({ failed, end })),
  })
  const speak = (fromMs: number, toMs: number) => {
    for (let at = fromMs; at < toMs; at += 500) recorder.add(speech(at))
  }
  /** Lets everything happen that is not waiting for a pause to end. */
  const settle = async () => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve()
  }
  return { recorder, sent, pauses, speak, settle }
}

describe('createRecorder', () => {
  test('sends four seconds at a time while the candidate speaks, and the rest in the end', async () => {
    const { recorder, sent, speak, settle } = setUp()
    speak(10_000, 19_000)
    await settle()
    expect(sent).toEqual([
      [10_000, 32_000],
      [14_000, 32_000],
    ])
    await recorder.finish()
    expect(sent.at(-1)).toEqual([18_000, 8_000])
    expect(recorder.lostMs()).toBe(0)
  })

  test('takes nothing in once it is over', async () => {
    const { recorder, sent, speak } = setUp()
    await recorder.finish()
    speak(0, 9_000)
    await recorder.finish()
    expect(sent).toEqual([])
  })

  test('tries again after a pause, and what was heard meanwhile follows in order', async () => {
    let isUp = false
    const { recorder, sent, pauses, speak, settle } = setUp(async () => (isUp ? 'kept' : unreachable()))
    speak(0, 9_000)
    await settle()
    expect(sent).toEqual([[0, 32_000]])
    for (let pause = 0; pause < 5; pause += 1) {
      isUp = pause === 4
      pauses[pause]?.end()
      await settle()
    }
    speak(9_000, 13_000)
    await recorder.finish()
    expect(pauses.map(({ failed }) => failed)).toEqual([1, 2, 3, 4, 5])
    expect(sent.map(([startMs]) => startMs)).toEqual([0, 0, 0, 0, 0, 0, 4_000, 8_000, 12_000])
    expect(recorder.lostMs()).toBe(0)
  })

  test('counts what was refused and goes on', async () => {
    const { recorder, sent, speak } = setUp(async (startMs) => (startMs === 4_000 ? 'refused' : 'kept'))
    speak(0, 12_000)
    await recorder.finish()
    expect(sent).toHaveLength(3)
    expect(recorder.lostMs()).toBe(4_000)
  })

  test('gives up in the end after three tries, and counts what was left', async () => {
    const { recorder, sent, pauses, speak, settle } = setUp(unreachable)
    speak(0, 6_000)
    const finished = recorder.finish()
    for (let pause = 0; pause < 2; pause += 1) {
      await settle()
      pauses[pause]?.end()
    }
    await finished
    expect(sent.map(([startMs]) => startMs)).toEqual([0, 0, 0])
    expect(recorder.lostMs()).toBe(6_000)
  })

  test('without a network keeps the latest quarter of an hour, and counts the rest', async () => {
    let isUp = false
    const { recorder, sent, pauses, speak, settle } = setUp(async () => (isUp ? 'kept' : unreachable()))
    const [quarter, more] = [15 * 60_000, 60_000]
    speak(0, quarter + more)
    await settle()
    isUp = true
    pauses[0]?.end()
    await recorder.finish()
    expect(recorder.lostMs()).toBe(more)
    expect(sent.slice(2).map(([startMs]) => startMs)).toEqual(
      Array.from({ length: quarter / 4_000 - 1 }, (_, piece) => more + 4_000 + piece * 4_000),
    )
  })

  test('whatever fails, every piece is kept once or counted, in order', async () => {
    const answers = fc.array(fc.constantFrom<'kept' | 'refused' | 'fails'>('kept', 'refused', 'fails'), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(answers, fc.integer({ min: 1, max: 40 }), async (all, halves) => {
        const script = all.values()
        const kept: number[] = []
        const recorder = createRecorder({
          upload: async (startMs, bytes) => {
            const { value = 'kept' } = script.next()
            if (value === 'fails') throw new Error('no network')
            if (value === 'kept') kept.push(startMs, startMs + bytes.length / 8)
            return value
          },
          pause: () => Promise.resolve(),
        })
        for (let half = 0; half < halves; half += 1) recorder.add(speech(half * 500))
        await recorder.finish()
        expect(kept).toEqual(kept.toSorted((a, b) => a - b))
        const keptMs = kept.reduce((sum, at, index) => sum + (index % 2 ? at : -at), 0)
        expect(keptMs + recorder.lostMs()).toBe(halves * 500)
      }),
    )
  })
})
