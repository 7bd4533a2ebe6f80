import type { Bank } from '../catalog/bank.ts'
import { corpusOf } from '../grading/corpus-of.ts'
import { functionWords } from '../grading/function-words.ts'
import type { Token } from '../grading/split-tokens.ts'
import { splitTokens } from '../grading/split-tokens.ts'

/** What all the wordings of a bank tell of the language that answers are spoken in. Words are stems. */
export interface BankLanguage {
  words: ReadonlySet<string>
  /** Two words that stand side by side somewhere, divided by a blank. */
  pairs: ReadonlySet<string>
  /** 0-1: in how large a share of the snippets, scenarios and warm-ups a word occurs. */
  spread(word: string): number
  /** Names of one to three words: aliases of competencies. */
  names: ReadonlySet<string>
  /** The forms of concepts, likewise. */
  forms: ReadonlySet<string>
}

/** Longest name in words. */
const LONGEST_NAME = 3

const studied = new WeakMap<Bank, BankLanguage>()

/** Reads a bank once: about 200,000 words in less than half a second. */
export function studyBank(bank: Bank): BankLanguage {
  const known = studied.get(bank)
  if (known) return known
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const text of corpusOf(bank).flat()) {
    const tokens = splitTokens(text)
    for (const { stem } of tokens) words.add(stem)
    for (const pair of pairsOf(tokens)) pairs.add(pair)
  }
  const made = { words, pairs, spread: spreadOf(bank), ...namesOf(bank) }
  studied.set(bank, made)
  return made
}

/** Words that stand side by side with no mark between them. */
export function pairsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap(({ stem, breaks }, index) => {
    const before = tokens[index - 1]
    return before && breaks === 'none' ? [`${before.stem} ${stem}`] : []
  })
}

/** Whether a word has content: no number, no grammar. */
export function isTelling({ word, number }: Token): boolean {
  return !number && !functionWords.has(word)
}

function spreadOf(bank: Bank): BankLanguage['spread'] {
  const entries = [
    ...bank.snippets.map(({ issues, points, probes }) => [...issues, ...points, ...pointsOf(probes)]),
    ...[...bank.scenarios, ...bank.warmups].map(({ points, probes }) => [...points, ...pointsOf(probes)]),
  ]
  const counts = new Map<string, number>()
  for (const points of entries) {
    const texts = points.flatMap(({ wordings }) => wordings)
    for (const stem of new Set(texts.flatMap((text) => splitTokens(text).map((token) => token.stem))))
      counts.set(stem, (counts.get(stem) ?? 0) + 1)
  }
  return (word) => (counts.get(word) ?? 0) / Math.max(entries.length, 1)
}

function pointsOf(probes: Bank['scenarios'][number]['probes']): { wordings: string[] }[] {
  return probes.flatMap(({ points }) => points)
}

function namesOf({ competencies, concepts }: Bank): Pick<BankLanguage, 'names' | 'forms'> {
  return {
    names: phrasesOf(competencies.flatMap(({ name, aliases }) => [name, ...aliases])),
    forms: phrasesOf(concepts.flatMap((concept) => concept.forms)),
  }
}

function phrasesOf(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap((text) => {
      const tokens = splitTokens(text)
      const telling = tokens.filter(isTelling).length
      const isName = tokens.length <= LONGEST_NAME && telling >= Math.min(2, tokens.length)
      return isName ? [tokens.map(({ stem }) => stem).join(' ')] : []
    }),
  )
}
