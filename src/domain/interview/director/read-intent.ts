import { echoes } from './echoes.ts'
import type { Intent, RequestKind } from './intent.ts'
import { namedLines } from './named-lines.ts'
import { readLoosely } from './read-loosely.ts'
import { readQuestion } from './read-question.ts'
import { requests } from './requests.ts'
import type { Piece } from './split-pieces.ts'
import { splitPieces } from './split-pieces.ts'

/** Longest turn, in words, that asks to have lines read. */
const READING_WORDS = 18

/** Longest turn, in words, that can end in a request after other words. */
const TRAILING_WORDS = 45

/** In a turn no longer than this a request is heard wherever it stands. */
const SHORT_WORDS = 16

/** Words from which on the beginning of a turn is a request by itself: "say it again", and not "again". */
const TOLD_WORDS = 3

/** What a request needs to be heard behind or before other words: it speaks to the interviewer. */
const addressed =
  /^(can|could|would|will|may) (you|we|i)\b|^(let's|lets|i'd like to|i would like to|i want to|i'd rather|i need to|i have to|please|give me|gimme|tell me|i'm stuck|i missed|i lost you|i didn't (catch|hear))\b/

/** A turn that ends in taking leave. */
const farewell = /\b(good ?bye|bye( bye)?|see you|see ya|farewell|take care)\W*$/i

/** These are heard only where they are all that was said: elsewhere they belong to the answer. */
const onlyAlone = new Set<RequestKind>(['dont-know', 'done', 'ready', 'think', 'check-in', 'ask-verdict'])

/**
 * Reads what a turn wants. `asked` is the question on the table; saying it back asks for it in other words.
 * A request has to be all that was said, fillers apart, or to be put to the interviewer ("could you repeat that")
 * at the end of a turn; so "skip that" is a request, and "we skip that if the key exists" is not.
 */
export function readIntent(text: string, asked: string): Intent {
  const trimmed = text.trim()
  const lines = namedLines(trimmed)
  if (lines && countWords(trimmed) <= READING_WORDS && asksToRead(trimmed))
    return { kind: 'read-lines', ...lines }
  const pieces = splitPieces(trimmed)
  const whole = wholeRequest(pieces)
  if (whole) return { kind: whole, alone: true }
  if (echoes(trimmed, asked)) return { kind: 'rephrase', alone: true }
  const words = countWords(trimmed)
  const trailing =
    trailingRequest(pieces, words) ??
    excusedPause(pieces, words) ??
    bluntRequest(trimmed, pieces, words) ??
    readLoosely(trimmed)
  return trailing ? { kind: trailing, alone: false } : { kind: readQuestion(trimmed, pieces) }
}

/** With the words that a recogniser hears in "read lines". */
function asksToRead(text: string): boolean {
  return /\b(read|red|reed|reid|bread|readlines?|show|go through|take me through)\b|^\W*(so |okay |ok |and )*what(['’]s| is| does| do)\b.*\b(on|at|line|lines)\b/i.test(
    text,
  )
}

/** The request of a turn that holds nothing else; the first of the table if it holds several. */
function wholeRequest(pieces: Piece[]): RequestKind | undefined {
  const kinds: ReturnType<typeof kindOf>[] = []
  for (const piece of pieces) {
    const kind = kindOf(piece)
    if (kind === 'words') return undefined
    kinds.push(kind)
  }
  if (kinds.length === 0) return undefined
  const known = requests.find(({ kind }) => kinds.includes(kind))
  return known?.kind ?? emptyKind(pieces)
}

/** A request put to the interviewer at the end of a turn, or anywhere in a short one. */
function trailingRequest(pieces: Piece[], words: number): RequestKind | undefined {
  if (words > TRAILING_WORDS) return undefined
  const places = words <= SHORT_WORDS ? pieces.toReversed() : pieces.slice(-1)
  for (const piece of places) {
    if (!addressed.test(piece.core)) continue
    const kind = kindOf(piece)
    if (kind !== 'words' && kind !== 'filler' && !onlyAlone.has(kind)) return kind
  }
  return undefined
}

/** "Boring. Next.", "Say it again, and slowly": all of the last sentence, or the first words, of a short turn. */
function bluntRequest(text: string, pieces: Piece[], words: number): RequestKind | undefined {
  if (words > SHORT_WORDS) return undefined
  const last = splitPieces(text.split(/(?<=[.?!])\s+/).at(-1) ?? '')
  const [first] = pieces
  const isTold = first !== undefined && countWords(first.core) >= TOLD_WORDS
  const kind = last.length < pieces.length ? wholeRequest(last) : undefined
  const blunt = kind ?? (isTold ? kindOf(first) : undefined)
  if (blunt === undefined || blunt === 'words' || blunt === 'filler') return undefined
  if (blunt === 'stop') return kind === 'stop' && farewell.test(text) ? 'stop' : undefined
  const isWeak = onlyAlone.has(blunt) || (kind === undefined && blunt === 'rephrase')
  return isWeak ? undefined : blunt
}

/** "Sorry, the doorbell, one moment": a pause that comes with an excuse. */
function excusedPause(pieces: Piece[], words: number): RequestKind | undefined {
  const isExcuse = /^(sorry|excuse me|apologies|hang on|hold on|wait)\b/.test(pieces[0]?.whole ?? '')
  const pauses = pieces.some((piece) => kindOf(piece) === 'think')
  return isExcuse && pauses && words <= SHORT_WORDS ? 'think' : undefined
}

function kindOf({ whole, core }: Piece): RequestKind | 'filler' | 'words' {
  const fits = requests.find(
    (request) => request.core.test(whole) || (core !== '' && request.core.test(core)),
  )
  if (fits) return fits.kind
  return core === '' ? 'filler' : 'words'
}

/** Only fillers were said. "Yes" and "no" answer a question. */
function emptyKind(pieces: Piece[]): RequestKind | undefined {
  const text = pieces.map(({ whole }) => whole).join(' ')
  if (/\b(yes|yeah|yep|no|nah|right)\b/.test(text)) return undefined
  if (/\b(sorry|apologies)\b/.test(text)) return 'repeat'
  if (/\b(okay|ok|alright)\b/.test(text) && !/\b(um+|uh+|hm+|mm+)\b/.test(text)) return 'ready'
  return 'think'
}

function countWords(text: string): number {
  return text === '' ? 0 : text.split(/\s+/).length
}
