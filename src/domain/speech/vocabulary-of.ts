import type { Bank } from '../catalog/bank.ts'
import type { Token } from '../grading/split-tokens.ts'
import { splitTokens } from '../grading/split-tokens.ts'
import type { Question } from '../interview/question.ts'
import type { JdProfile } from '../jd/jd-profile.ts'
import type { Sound } from './sound-of.ts'
import { soundOf } from './sound-of.ts'
import type { BankLanguage } from './study-bank.ts'
import { isTelling, pairsOf, studyBank } from './study-bank.ts'

/** Words that may be meant where a recogniser wrote others. */
export interface Term {
  /** One to three words, as an answer or the job description writes them. */
  written: string
  stems: readonly string[]
  sound: Sound
}

/** What may be said now. Words are stems. */
export interface Vocabulary {
  terms: readonly Term[]
  /** Whether the question's own wordings use the word. */
  isOwn(word: string): boolean
  /** Whether the words together name a competency or a concept. */
  isName(run: readonly Token[]): boolean
  /** Whether the content uses the word anywhere. */
  isKnown(word: string): boolean
  /** 0-1: how usual it is that the second word follows the first. */
  joins(first: string, second: string): number
}

/** A word that a question uses at least twice is its own up to this share of the questions that use it. */
const RARE = 0.15

/** The name of a competency counts up to this share, */
const USUAL = 0.6

/** and the form of a concept up to this one: "time" and "check" are such forms, and everybody's. */
const COMMON = 0.25

/** Worth of two words side by side in the bank, where 1 is in the question's own wordings. */
const ELSEWHERE = 0.6

/**
 * The terms that may be meant in an answer to a question: of the words of its points those that few questions use or
 * that name a competency or a concept, what they are said together with, and the names that the job description uses.
 */
export function vocabularyOf(question: Question, profile: JdProfile | undefined, bank: Bank): Vocabulary {
  const language = studyBank(bank)
  const own = ownWords(question, language)
  const named = profile ? namedIn(profile, language) : []
  const isNew = ({ sound }: Term) => !own.terms.some((term) => term.sound.letters === sound.letters)
  return {
    terms: [...own.terms, ...named.filter(isNew)],
    isOwn: (word) => own.words.has(word),
    isName: (run) => isPhraseOf(language, run),
    isKnown: (word) => own.words.has(word) || language.words.has(word),
    joins: (first, second) => {
      const pair = `${first} ${second}`
      return own.pairs.has(pair) ? 1 : language.pairs.has(pair) ? ELSEWHERE : 0
    },
  }
}

interface OwnWords {
  terms: Term[]
  words: ReadonlySet<string>
  pairs: ReadonlySet<string>
}

/** Kept by the identity of a question's points, as the finder does. */
const kept = new WeakMap<Question['points'], OwnWords>()

function ownWords({ whole, points }: Question, language: BankLanguage): OwnWords {
  const all = whole?.points ?? points
  const known = kept.get(all)
  if (known) return known
  const texts = all
    .flatMap(({ text, wordings }) => [text, ...wordings])
    .map((text) => ({ text, tokens: splitTokens(text) }))
  const words = countAll(texts.map(({ tokens }) => tokens.map(({ stem }) => stem)))
  const pairs = countAll(texts.map(({ tokens }) => pairsOf(tokens)))
  const isTerm = (token: Token) => {
    if (!isTelling(token)) return false
    const spread = language.spread(token.stem)
    const isParticular = spread <= RARE && (words.get(token.stem) ?? 0) >= 2
    return isParticular || isNamed(token, language)
  }
  const isPhrase = (run: readonly Token[]) => {
    const isRepeated = run.length === 2 && (pairs.get(phraseOf(run)) ?? 0) >= 2
    return (isRepeated && run.every(isTelling) && run.some(isTerm)) || isPhraseOf(language, run)
  }
  const terms = texts.flatMap(({ text, tokens }) =>
    runsOf(tokens)
      .filter((run) => (run.length === 1 ? run.every(isTerm) : isPhrase(run)))
      .map((run) => termOf(opens(run, tokens) ? lowerFirst(text, run) : text, run)),
  )
  const made = { terms: each(terms), words: new Set(words.keys()), pairs: new Set(pairs.keys()) }
  kept.set(all, made)
  return made
}

function isPhraseOf({ names, forms }: BankLanguage, run: readonly Token[]): boolean {
  const phrase = phraseOf(run)
  return names.has(phrase) || forms.has(phrase)
}

function phraseOf(run: readonly Token[]): string {
  return run.map(({ stem }) => stem).join(' ')
}

/** In how many of the texts each item occurs. */
function countAll(texts: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) for (const item of new Set(text)) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

/** One to three words in a row with no mark and no number among them. */
function runsOf(tokens: readonly Token[]): Token[][] {
  return tokens.flatMap((_, start) =>
    [1, 2, 3]
      .map((length) => tokens.slice(start, start + length))
      .filter((run, index) => {
        const isJoined = run.slice(1).every(({ breaks }) => breaks === 'none')
        return run.length === index + 1 && isJoined && !run.some(({ number }) => number)
      }),
  )
}

function termOf(text: string, run: readonly Token[]): Term {
  const written = text.slice(run[0]?.from, run.at(-1)?.to)
  return { written, stems: run.map(({ stem }) => stem), sound: soundOf(written) }
}

/** Whether a sentence starts with these words. */
function opens([first]: readonly Token[], tokens: readonly Token[]): boolean {
  return first === tokens[0] || first?.breaks === 'sentence'
}

/** The text with the first letter of these words small, unless more of the word is in capitals. */
function lowerFirst(text: string, [first]: readonly Token[]): string {
  const { from = 0, to = 0 } = first ?? {}
  const isPlain = /^\p{Lu}\p{Ll}*$/u.test(text.slice(from, to))
  return isPlain ? text.slice(0, from) + text.charAt(from).toLowerCase() + text.slice(from + 1) : text
}

/** Each term once, written with as few capitals as anywhere: a sentence may start with it. */
function each(terms: readonly Term[]): Term[] {
  const byLetters = new Map<string, Term>()
  for (const term of terms) {
    const known = byLetters.get(term.sound.letters)
    if (!known || countCapitals(term) < countCapitals(known)) byLetters.set(term.sound.letters, term)
  }
  return [...byLetters.values()]
}

function countCapitals({ written }: Term): number {
  return written.replace(/\P{Lu}/gu, '').length
}

/** Whether a word is the name of something, and not everybody's. */
function isNamed(token: Token, { spread, names, forms }: BankLanguage): boolean {
  const share = spread(token.stem)
  if (!isTelling(token)) return false
  return (share <= USUAL && names.has(token.stem)) || (share <= COMMON && forms.has(token.stem))
}

/** The competencies that the job description asks for, in its own words: each as a whole, and what is a name of it. */
function namedIn({ text, competencies }: JdProfile, language: BankLanguage): Term[] {
  const terms = competencies.flatMap(({ start, end }) => {
    const alias = text.slice(start, end)
    const tokens = splitTokens(alias)
    const named = runsOf(tokens).filter((run) => {
      if (run.length === 1) return run.every((token) => isNamed(token, language))
      return run.length === tokens.length && run.some(isTelling)
    })
    return named.map((run) => termOf(alias, run))
  })
  return each(terms)
}
