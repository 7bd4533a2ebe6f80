import type { VoiceEvent } from '../../voice-engine.ts'
import type { SpeechEvent } from './segment-speech.ts'

export interface AnswerParts {
  transcribe: (audio: Float32Array<ArrayBuffer>) => Promise<string>
  /** Silence that ends an answer, in ms, given what was heard of it. */
  endOfTurn: (heard: string) => number
  tell: (event: VoiceEvent) => void
}

type Stretch = Extract<SpeechEvent, { kind: 'ended' }>

/** The answer being given, stretch by stretch; there may be none yet. */
export interface Answer {
  /** Speech has begun, at a time in ms since 1970. */
  begin(at: number): void
  /** Shows what the stretch under way seems to say, unless the recogniser is busy. */
  guess(audio: Float32Array<ArrayBuffer>): void
  write(stretch: Stretch): void
  /** Typed words, which end the answer. */
  type(typed: { text: string; startedAt: number; endedAt: number }): void
  /** Ends the answer as soon as all of it is recognised. */
  finish(): void
  /** Silence at a time in ms since 1970: ends the answer if it has lasted long enough. */
  wait(at: number): void
}

interface Draft {
  words: string[]
  partial: string
  typed: string
  /** Stretches sent to the recogniser that have not come back. */
  pending: number
  startedAt: number
  endedAt: number
  isFinished: boolean
}

/** Collects one answer after the other; each is told as a turn once it is over and all of it is recognised. */
export function createAnswer(parts: AnswerParts): Answer {
  const { transcribe, endOfTurn, tell } = parts
  let draft: Draft | undefined
  let isGuessing = false
  let queue: Promise<void> = Promise.resolve()
  const open = (startedAt: number) => (draft ??= emptyDraft(startedAt))
  const show = () => tell({ kind: 'heard', text: draft ? heardOf(draft) : '' })
  const recognise = (audio: Float32Array<ArrayBuffer>, then: (words: string) => void) => {
    queue = queue.then(() => transcribe(audio)).then(then, () => then(''))
  }
  const end = () => {
    if (!draft || draft.pending > 0) return
    const turn = turnOf(draft)
    draft = undefined
    show()
    if (turn) tell(turn)
  }
  const finish = () => {
    if (draft) draft.isFinished = true
    end()
  }
  return {
    begin: (at) => void open(at),
    guess(audio) {
      const own = draft
      if (isGuessing || !own || own.pending > 0) return
      isGuessing = true
      recognise(audio, (words) => {
        isGuessing = false
        if (own !== draft || own.pending > 0) return
        own.partial = words
        show()
      })
    },
    write({ startedAt, endedAt, audio }) {
      const own = open(startedAt)
      Object.assign(own, { endedAt, pending: own.pending + 1 })
      recognise(audio, (words) => {
        Object.assign(own, { partial: '', pending: own.pending - 1 })
        if (words !== '') own.words.push(words)
        show()
        if (own.isFinished) end()
      })
    },
    type({ text, startedAt, endedAt }) {
      Object.assign(open(startedAt), { typed: text, endedAt })
      finish()
    },
    finish,
    wait(at) {
      if (draft && at - draft.endedAt >= endOfTurn(heardOf(draft))) end()
    },
  }
}

function emptyDraft(startedAt: number): Draft {
  const times = { startedAt, endedAt: startedAt }
  return { words: [], partial: '', typed: '', pending: 0, isFinished: false, ...times }
}

function heardOf({ words, partial }: Draft): string {
  return [...words, partial].filter((part) => part !== '').join(' ')
}

function turnOf({ words, typed, startedAt, endedAt }: Draft): VoiceEvent | undefined {
  const text = [...words, typed].filter((part) => part !== '').join(' ')
  if (text === '') return undefined
  return { kind: 'turn-committed', text, startedAt, endedAt, source: words.length > 0 ? 'voice' : 'typed' }
}
