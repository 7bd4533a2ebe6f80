import { splitWords } from '../../split-words.ts'
import type { Alignment } from './server-message.ts'

/** Milliseconds a word takes where the far side does not say: 170 words a minute. */
const WORD_MS = 350
/** Milliseconds without sound after which a line is over, though words of it are left; longer before its first. */
const PAUSE_MS = 700
const FIRST_SOUND_MS = 3_000
const TICK_MS = 100

/** A piece of sound as it arrived. */
export interface Sound {
  eventId: number
  /** How long it sounds, in ms. */
  lastsMs: number
  alignment: Alignment | null
}

/** Follows what the far side says, word by word, while this device plays it. */
export interface Speech {
  sounds(sound: Sound): void
  /** Adds to the text of the line that the event belongs to. */
  says(eventId: number, text: string): void
  /** Forgets what is left. @returns how many words that were */
  stop(): number
  /** The event of the line being said, or of the last one; 0 before the first. */
  eventId(): number
  /** Resolves when all sound that has arrived was played, or dropped. */
  heardOut(): Promise<void>
}

interface Line {
  eventId: number
  words: number
  /** When each character starts to sound, if the far side says so. */
  chars: { char: string; at: number }[]
  startsAt: number | null
  endsAt: number
}

/**
 * Counts the words that are left of a line. A word counts as said when it begins, by the times of its characters, or
 * else by an even pace; and all do when the sound was over for 0.7 s.
 * @param now milliseconds since 1970
 * @param report gets the number of words left whenever it changes
 */
export function followSpeech(now: () => number, report: (unsaid: number) => void): Speech {
  let line = newLine(0)
  let reported = 0
  let timer: ReturnType<typeof setInterval> | undefined
  const waiting = new Set<() => void>()

  const tell = (unsaid: number) => {
    if (unsaid !== reported) report(unsaid)
    reported = unsaid
  }
  const rest = () => {
    clearInterval(timer)
    timer = undefined
    for (const resolve of waiting) resolve()
    waiting.clear()
  }
  const tick = () => {
    tell(unsaidOf(line, now()))
    if (isOver(line, now())) rest()
  }
  const lineOf = (eventId: number) => {
    if (line.eventId !== eventId) line = newLine(eventId)
    timer ??= setInterval(tick, TICK_MS)
    return line
  }
  return {
    sounds({ eventId, lastsMs, alignment }) {
      const mine = lineOf(eventId)
      const at = Math.max(now(), mine.endsAt)
      mine.startsAt ??= at
      mine.endsAt = at + lastsMs
      const starts = alignment?.char_start_times_ms ?? []
      mine.chars.push(...(alignment?.chars ?? []).map((char, i) => ({ char, at: at + (starts[i] ?? 0) })))
    },
    says(eventId, text) {
      const mine = lineOf(eventId)
      mine.words += splitWords(text).length
      if (mine.endsAt < now()) mine.endsAt = now()
      tell(unsaidOf(mine, now()))
    },
    stop() {
      const unsaid = unsaidOf(line, now())
      line = { ...newLine(line.eventId), endsAt: 0 }
      reported = 0
      rest()
      return unsaid
    },
    eventId: () => line.eventId,
    heardOut: () =>
      timer === undefined ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve)),
  }
}

const newLine = (eventId: number): Line => ({ eventId, words: 0, chars: [], startsAt: null, endsAt: 0 })

function isOver({ startsAt, endsAt }: Line, now: number): boolean {
  return now >= endsAt + (startsAt === null ? FIRST_SOUND_MS : PAUSE_MS)
}

function unsaidOf(line: Line, now: number): number {
  return isOver(line, now) ? 0 : Math.max(0, line.words - saidOf(line.chars, line.startsAt, now))
}

function saidOf(chars: Line['chars'], startsAt: number | null, now: number): number {
  if (startsAt === null) return 0
  if (chars.length === 0) return Math.floor((now - startsAt) / WORD_MS)
  const begun = chars.filter(({ at }) => at <= now).map(({ char }) => char)
  return splitWords(begun.join('')).length
}
