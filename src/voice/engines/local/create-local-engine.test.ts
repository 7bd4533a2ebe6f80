import { describe, expect, test } from 'vitest'
import { NoMicrophone } from '../../local-voice.ts'
import type { VoiceEvent } from '../../voice-engine.ts'
import { createLocalEngine } from './create-local-engine.ts'
import type { Mouth } from './create-mouth.ts'

const END_OF_TURN_MS = 2_000

/** An engine whose frames hold their own probability of speech, and whose recogniser says how long it listened. */
function setUp(texts: string[] = []) {
  const events: VoiceEvent[] = []
  const mouth = { speaking: false, calls: [] as string[] }
  const devices: string[] = []
  let clock = 0
  let hear: (frame: Float32Array) => void = () => undefined
  let refusal: Error | undefined
  let opens = { promise: Promise.resolve(), resolve: () => undefined as void }
  const tapped: { endedAt: number; speech: boolean }[] = []
  let heard = 0
  const fakeMouth: Mouth = {
    say: (text) => {
      mouth.speaking = true
      mouth.calls.push(`say ${text}`)
    },
    pause: () => mouth.calls.push('pause'),
    resume: () => mouth.calls.push('resume'),
    stop: () => {
      mouth.calls.push('stop')
      mouth.speaking = false
      return 7
    },
    isSpeaking: () => mouth.speaking,
    setSpeed: () => undefined,
  }
  const engine = createLocalEngine({
    detect: async (frame) => frame[0] ?? 0,
    transcribe: async () => texts[heard++] ?? 'words',
    createMouth: () => fakeMouth,
    openMicrophone: async ({ deviceId, onFrame }) => {
      await opens.promise
      if (refusal) throw refusal
      hear = onFrame
      devices.push(`opened ${deviceId}`)
      return { level: () => 0.1, close: () => mouth.calls.push('closed') && devices.push('closed') }
    },
    endOfTurn: () => END_OF_TURN_MS,
    onVoice: (_, endedAt, speech) => tapped.push({ endedAt, speech }),
    now: () => clock,
  })
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  /** Plays frames of one probability for so many milliseconds. */
  const play = async (probability: number, ms: number) => {
    for (let at = 0; at < ms; at += 32) {
      clock += 32
      hear(new Float32Array(512).fill(probability))
      await settle()
    }
  }
  const start = async () => {
    engine.start((event) => events.push(event))
    await settle()
  }
  const turns = () => events.filter(({ kind }) => kind === 'turn-committed')
  return {
    engine,
    events,
    tapped,
    mouth,
    devices,
    play,
    start,
    settle,
    turns,
    refuse: (error: Error) => (refusal = error),
    /** Microphones open from now on only when what this gives is called. */
    opensLate: () => {
      opens = Promise.withResolvers<void>()
      return opens.resolve
    },
  }
}

describe('an answer that is spoken', () => {
  test('ends after enough silence, with the times of its first and last word', async () => {
    const { start, play, turns } = setUp(['I would lock the row.'])
    await start()
    await play(0.1, 320)
    await play(0.9, 640)
    await play(0.1, 1_900)
    expect(turns()).toEqual([])
    await play(0.1, 200)
    expect(turns()).toEqual([
      {
        kind: 'turn-committed',
        text: 'I would lock the row.',
        startedAt: 320,
        endedAt: 960,
        source: 'voice',
      },
    ])
  })

  test('is one answer over pauses that are shorter, and shown as it comes', async () => {
    const { start, play, turns, events } = setUp(['First part', 'second part'])
    await start()
    await play(0.9, 640)
    await play(0.1, 1_500)
    await play(0.9, 640)
    await play(0.1, 2_200)
    expect(turns()).toMatchObject([{ text: 'First part second part' }])
    expect(events.filter(({ kind }) => kind === 'heard')).toEqual([
      { kind: 'heard', text: 'First part' },
      { kind: 'heard', text: 'First part second part' },
      { kind: 'heard', text: '' },
    ])
  })

  test('is guessed at about once a second while it lasts', async () => {
    const { start, play, events } = setUp(['guess one', 'guess two', 'the whole'])
    await start()
    await play(0.9, 2_100)
    await play(0.1, 600)
    const texts = events.flatMap((event) => (event.kind === 'heard' ? [event.text] : []))
    expect(texts).toEqual(['guess one', 'guess two', 'the whole'])
  })

  test('ends at once when the candidate says so', async () => {
    const { engine, start, play, settle, turns } = setUp(['Done with it.'])
    await start()
    await play(0.9, 640)
    engine.ears?.finish()
    await settle()
    expect(turns()).toMatchObject([{ text: 'Done with it.', source: 'voice' }])
  })

  test('is never ended on hold, and nothing is heard then', async () => {
    const { engine, start, play, turns } = setUp(['Before the hold', 'after it'])
    await start()
    await play(0.9, 640)
    engine.ears?.hold(true)
    await play(0.9, 5_000)
    await play(0.1, 5_000)
    expect(turns()).toEqual([])
    engine.ears?.hold(false)
    await play(0.9, 640)
    await play(0.1, 2_200)
    expect(turns()).toMatchObject([{ text: 'Before the hold after it' }])
  })

  test('does not go on while muted, and ends', async () => {
    const { engine, start, play, turns, events } = setUp(['Said before'])
    await start()
    await play(0.9, 640)
    engine.ears?.mute(true)
    await play(0.9, 2_200)
    expect(turns()).toMatchObject([{ text: 'Said before' }])
    expect(events).toContainEqual({ kind: 'microphone-changed', state: 'muted' })
  })

  test('is nothing when the recogniser finds no words', async () => {
    const { start, play, turns } = setUp([''])
    await start()
    await play(0.9, 640)
    await play(0.1, 4_000)
    expect(turns()).toEqual([])
  })

  test('takes typed words with it', async () => {
    const { engine, start, play, settle, turns } = setUp(['Spoken part'])
    await start()
    await play(0.9, 640)
    engine.submit('and the typed part')
    await settle()
    expect(turns()).toMatchObject([{ text: 'Spoken part and the typed part', source: 'voice' }])
  })

  test('that is typed alone is a typed one', async () => {
    const { engine, start, settle, turns } = setUp()
    await start()
    expect(engine.submit('  ')).toBe(false)
    expect(engine.submit('typed')).toBe(true)
    await settle()
    expect(turns()).toMatchObject([{ text: 'typed', source: 'typed' }])
  })
})

describe('a recording', () => {
  test('hears what is listened to, says where there is speech, and nothing on hold or muted', async () => {
    const { engine, start, play, tapped } = setUp()
    await start()
    await play(0.1, 64)
    await play(0.9, 64)
    engine.ears?.hold(true)
    await play(0.9, 320)
    engine.ears?.hold(false)
    engine.ears?.mute(true)
    await play(0.9, 320)
    expect(tapped).toEqual([
      { endedAt: 32, speech: false },
      { endedAt: 64, speech: false },
      { endedAt: 96, speech: true },
      { endedAt: 128, speech: true },
    ])
  })
})

describe('speaking over the interviewer', () => {
  test('pauses it at the first frame and stops it when the speech lasts', async () => {
    const { engine, start, play, mouth, events } = setUp()
    await start()
    engine.say('A long question')
    await play(0.9, 32)
    expect(mouth.calls.at(-1)).toBe('pause')
    await play(0.9, 256)
    expect(mouth.calls.at(-1)).toBe('stop')
    expect(events).toContainEqual({ kind: 'talked-over', unsaid: 7 })
  })

  test('goes on where it was after a cough', async () => {
    const { engine, start, play, mouth, events } = setUp()
    await start()
    engine.say('A long question')
    await play(0.9, 128)
    await play(0.1, 640)
    expect(mouth.calls.slice(1)).toEqual(['pause', 'resume'])
    expect(events.some(({ kind }) => kind === 'talked-over')).toBe(false)
  })
})

describe('the microphone', () => {
  test.each(['denied', 'absent'] as const)('that is %s is told, and typing works', async (state) => {
    const { engine, start, settle, events, refuse, turns } = setUp()
    refuse(new NoMicrophone(state, 'no'))
    await start()
    expect(events).toContainEqual({ kind: 'microphone-changed', state })
    engine.submit('typed')
    await settle()
    expect(turns()).toHaveLength(1)
  })

  test('is closed at the end, and nothing is told any more', async () => {
    const { engine, start, play, mouth, events } = setUp()
    await start()
    engine.stop()
    const before = events.length
    await play(0.9, 640)
    expect(mouth.calls).toContain('closed')
    expect(events).toHaveLength(before)
  })
})

describe('another microphone', () => {
  const states = (events: VoiceEvent[]) =>
    events.flatMap((event) => (event.kind === 'microphone-changed' ? [event.state] : []))

  test('takes the place of the one before, which is closed, and is muted if that was', async () => {
    const { engine, events, devices, start, settle, play, turns } = setUp()
    await start()
    engine.ears?.mute(true)
    engine.ears?.listenWith('usb')
    await settle()
    expect(devices).toEqual(['opened undefined', 'closed', 'opened usb'])
    expect(engine.ears?.device()).toBe('usb')
    expect(states(events)).toEqual(['starting', 'on', 'muted', 'starting', 'muted'])
    await play(0.9, 1_000)
    await play(0, END_OF_TURN_MS + 500)
    expect(turns()).toEqual([])
    engine.ears?.mute(false)
    await play(0.9, 1_000)
    await play(0, END_OF_TURN_MS + 500)
    expect(turns()).toHaveLength(1)
  })

  test('that is chosen while another one still opens is the one that is kept', async () => {
    const { engine, devices, start, settle, opensLate } = setUp()
    await start()
    const open = opensLate()
    engine.ears?.listenWith('slow')
    engine.ears?.listenWith('quick')
    open()
    await settle()
    expect(devices).toEqual(['opened undefined', 'closed', 'opened slow', 'opened quick', 'closed'])
  })
})
