import { splitWords } from '../../src/voice/split-words.ts'
import type { ServerMessage } from './server-message.ts'

/** Milliseconds of sound in one message. The live service's sizes are not known. */
const CHUNK_MS = 200

/** What the agent says in one turn, heard by the candidate in real time however fast it is sent. */
export interface Line {
  eventId: number
  /** Adds to what is said. */
  say(text: string): void
  /** All that was handed to `say`. */
  text(): string
  /** Whether any of it is still to be heard. */
  isHeard(): boolean
  /** Resolves when all of it was heard, or it was cut. */
  heardOut(): Promise<void>
  /** Sends no more sound. @returns the words that were heard by then */
  cut(): string
}

export interface Sound {
  send(message: ServerMessage): boolean
  /** Samples a second. */
  rate: number
  /** A text as mono samples at that rate. */
  voice: (text: string, rate: number) => Int16Array
  /** How many times faster than it is heard sound is sent; 1 is as fast as it is heard. */
  pace: number
  aligned: () => boolean
}

interface Piece {
  words: string[]
  /** When it starts to be heard, and for how long. */
  startsAt: number
  lasts: number
}

export function openLine(sound: Sound, eventId: number): Line {
  const pieces: Piece[] = []
  const queue: { message: ServerMessage; lasts: number }[] = []
  const waiting = new Set<() => void>()
  let text = ''
  let endsAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let isCut = false

  const pump = () => {
    timer = undefined
    const next = queue.shift()
    if (!next) return
    sound.send(next.message)
    if (sound.pace === Infinity) pump()
    else timer = setTimeout(pump, next.lasts / sound.pace)
  }
  const heardAt = (now: number) =>
    pieces.flatMap(({ words, startsAt, lasts }) =>
      words.slice(0, Math.max(0, Math.floor((words.length * (now - startsAt)) / lasts))),
    )

  return {
    eventId,
    say(more) {
      if (isCut || splitWords(more).length === 0) return
      text += more
      const samples = sound.voice(more, sound.rate)
      const lasts = (samples.length * 1000) / sound.rate
      const startsAt = Math.max(performance.now(), endsAt)
      endsAt = startsAt + lasts
      pieces.push({ words: splitWords(more), startsAt, lasts })
      queue.push(...chunksOf(samples, more, sound, eventId))
      if (timer === undefined) pump()
    },
    text: () => text,
    isHeard: () => !isCut && performance.now() < endsAt,
    async heardOut() {
      while (!isCut && performance.now() < endsAt) {
        const left = Math.max(0, endsAt - performance.now())
        await new Promise<void>((resolve) => {
          waiting.add(resolve)
          setTimeout(resolve, left)
        })
      }
    },
    cut() {
      isCut = true
      queue.length = 0
      clearTimeout(timer)
      for (const resolve of waiting) resolve()
      return heardAt(performance.now()).join(' ')
    },
  }
}

function chunksOf(samples: Int16Array, text: string, { rate, aligned }: Sound, eventId: number) {
  const size = Math.round((rate * CHUNK_MS) / 1000)
  const count = Math.ceil(samples.length / size)
  const chars = aligned() ? timesOf(text, (samples.length * 1000) / rate) : []
  return Array.from({ length: count }, (_, at) => {
    const chunk = samples.slice(at * size, (at + 1) * size)
    const from = at * CHUNK_MS
    const inside = chars.filter(({ startMs }) => startMs >= from && startMs < from + CHUNK_MS)
    const message: ServerMessage = {
      type: 'audio',
      audio_event: {
        audio_base_64: Buffer.from(chunk.buffer).toString('base64'),
        event_id: eventId,
        ...(inside.length > 0 && {
          alignment: {
            chars: inside.map(({ char }) => char),
            char_start_times_ms: inside.map(({ startMs }) => Math.round(startMs - from)),
            char_durations_ms: inside.map(({ lasts }) => Math.round(lasts)),
          },
        }),
      },
    }
    return { message, lasts: (chunk.length * 1000) / rate }
  })
}

/** Every word takes the same time, and its letters and the space after it share that. */
function timesOf(text: string, lasts: number) {
  const words = splitWords(text)
  const perWord = lasts / words.length
  return words.flatMap((word, at) => {
    const letters = [...`${word} `]
    return letters.map((char, letter) => ({
      char,
      startMs: perWord * (at + letter / letters.length),
      lasts: perWord / letters.length,
    }))
  })
}
