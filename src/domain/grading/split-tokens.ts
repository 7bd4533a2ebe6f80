import { stemmer } from 'stemmer'
import { functionWords } from './function-words.ts'
import { readNumber } from './read-number.ts'

/** A word, an identifier's part or a number, with its place in the text. */
export interface Token {
  from: number
  to: number
  /** Lower case, as said; a number word keeps its first word. */
  word: string
  /** What is compared: the Porter stem, or the digits of a number. */
  stem: string
  number: boolean
  /** Sentence or clause punctuation stands between this token and the one before. */
  breaks: 'none' | 'clause' | 'sentence'
}

const CAMEL = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u
const RAW = /\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)*/gu

interface Piece {
  from: number
  to: number
  word: string
}

/** Most words remembered, and the longest in characters: those of a language, not all that a stranger can send. */
const REMEMBERED = 50_000
const LONGEST = 40

const stems = new Map<string, string>()

/** The Porter stem, remembered: speech repeats its words. */
function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = functionWords.has(word) ? word : stemmer(word.replace(/'s$/, ''))
  if (stems.size < REMEMBERED && word.length <= LONGEST) stems.set(word, stem)
  return stem
}

/**
 * Splits speech or text into comparable tokens: case and Unicode forms unified, "shopId" split into its
 * words, "two hundred" and "200" one number. Offsets are into `text` as given; the time is linear in it.
 */
export function splitTokens(text: string): Token[] {
  const pieces = splitPieces(text)
  const words = pieces.map(({ word }) => word)
  const tokens: Token[] = []
  let end = 0
  for (let index = 0; index < pieces.length;) {
    const first = pieces[index]
    if (!first) break
    const number = readNumber(words, index)
    const last = pieces[index + (number?.count ?? 1) - 1] ?? first
    tokens.push({
      from: first.from,
      to: last.to,
      word: first.word,
      stem: number ? String(number.value) : stemOf(first.word),
      number: number !== undefined,
      breaks: breakOf(text.slice(end, first.from)),
    })
    end = last.to
    index += number?.count ?? 1
  }
  return tokens
}

function splitPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  for (const match of text.matchAll(RAW)) {
    for (const { from, to, word } of partsOf(match[0]))
      pieces.push({ from: match.index + from, to: match.index + to, word })
  }
  return pieces
}

const parts = new Map<string, readonly Piece[]>()

/** The words in one run of letters and digits, with their places in it, remembered. */
function partsOf(run: string): readonly Piece[] {
  const known = parts.get(run)
  if (known) return known
  let from = 0
  const made = run.split(CAMEL).map((part) => {
    const word = part.normalize('NFKC').toLowerCase().replaceAll('’', "'")
    const piece = { from, to: from + part.length, word }
    from = piece.to
    return piece
  })
  if (parts.size < REMEMBERED && run.length <= LONGEST) parts.set(run, made)
  return made
}

function breakOf(gap: string): Token['breaks'] {
  if (/[.?!…]\s|\n\s*\n|[。！？]/.test(gap)) return 'sentence'
  return /[,;:()—–\n]|\s-\s|[.?!]/.test(gap) ? 'clause' : 'none'
}
