import { describe, expect, test } from 'vitest'
import { createMouth } from './create-mouth.ts'
import type { Speaker } from './speaker.ts'

/** A voice whose sentences end when the test says so. */
function setUp() {
  const said: string[] = []
  const told: number[] = []
  const calls: string[] = []
  let end: () => void = () => undefined
  const speaker: Speaker = {
    speak(sentence) {
      said.push(sentence)
      const done = new Promise<void>((resolve) => (end = resolve))
      return {
        done,
        progress: () => 0.5,
        pause: () => calls.push('pause'),
        resume: () => calls.push('resume'),
        stop: () => {
          calls.push('stop')
          end()
        },
      }
    },
    prepare: (sentence) => calls.push(`prepare ${sentence}`),
    setSpeed: () => undefined,
    stop: () => undefined,
  }
  const mouth = createMouth(speaker, (unsaid) => told.push(unsaid))
  const finishSentence = async () => {
    end()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { mouth, said, told, calls, finishSentence }
}

describe('the mouth', () => {
  test('says sentence after sentence, prepares the next, and ends at no words left', async () => {
    const { mouth, said, told, calls, finishSentence } = setUp()
    mouth.say('One two. Three four five?')
    expect(said).toEqual(['One two.'])
    expect(calls).toEqual(['prepare Three four five?'])
    expect(mouth.isSpeaking()).toBe(true)
    await finishSentence()
    expect(said).toEqual(['One two.', 'Three four five?'])
    await finishSentence()
    expect(told.at(-1)).toBe(0)
    expect(mouth.isSpeaking()).toBe(false)
  })

  test('stops within the sentence and says how many words were left', () => {
    const { mouth, said, told, calls } = setUp()
    mouth.say('One two three four. Five six.')
    expect(mouth.stop()).toBe(4)
    expect(calls.at(-1)).toBe('stop')
    expect(told.at(-1)).toBe(0)
    expect(said).toHaveLength(1)
    expect(mouth.stop()).toBe(0)
  })

  test('adds what it is given while it speaks', async () => {
    const { mouth, said, finishSentence } = setUp()
    mouth.say('One two.')
    mouth.say('Three.')
    expect(said).toEqual(['One two.'])
    await finishSentence()
    expect(said).toEqual(['One two.', 'Three.'])
  })

  test('a line without a word to say is over at once', () => {
    const { mouth, told } = setUp()
    mouth.say(' … ')
    expect(told).toEqual([0])
    expect(mouth.isSpeaking()).toBe(false)
  })
})
