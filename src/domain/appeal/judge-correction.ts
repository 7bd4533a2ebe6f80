import { splitTokens } from '../grading/split-tokens.ts'
import { editDistance } from '../speech/edit-distance.ts'
import { closenessOf } from '../speech/closeness-of.ts'
import { soundOf } from '../speech/sound-of.ts'
import { alignWords, type Change } from './align-words.ts'
import { splitSaid, type SaidWord } from './split-said.ts'

/** A turn as it was first taken down. */
export interface TakenDown {
  text: string
  /** Spoken, not typed: what was typed, or dictated to a keyboard, may be mistyped too. */
  spoken: boolean
}

export interface Judgement {
  /** Every change is one that a recogniser, or a slip of the keys, could have made. */
  plausible: boolean
  /** Words changed, by their places in both lists; empty when only marks or case differ. */
  changes: Change[]
}

/** Share of the words that a mishearing may have cost, and how many are let pass in a short turn. */
const CHANGED = { share: 1 / 3, least: 2 }

/** Words put in and taken out beyond which no alignment is looked for: it is another text. */
const MOST_STEPS = 400

/**
 * Closeness from which one run of words may have been heard for the other. Of 478 runs that a recogniser got wrong it
 * lets 70% pass, of pairs of unlike words 0.27% (decision 0030).
 */
const ALIKE = 0.6

/** Longest run of words that may stand for one run of others. */
const LONGEST_RUN = 5

/** Small words that a recogniser drops or adds; none of them can make a point or a reason. */
const droppable = new Set('a an the of to in on at for is are was were be it and'.split(' '))

const negator = /^(?:not|no|never|nothing|nobody|none|neither|nor|without|cannot|.+n't)$/

/**
 * Whether a correction only puts right what may have been misheard (or mistyped): most words stay, and each run of
 * changed words sounds like what it replaces, or is at most a slip of the keys away from it. Saying the opposite, another
 * number, or more than was taken down is never a mishearing. The same arguments always give the same judgement.
 */
export function judgeCorrection({ text, spoken }: TakenDown, corrected: string): Judgement {
  const heard = splitSaid(text)
  const said = splitSaid(corrected)
  const changes = alignWords(wordsOf(heard), wordsOf(said), MOST_STEPS)
  if (!changes) return { plausible: false, changes: [{ heard: [0, heard.length], said: [0, said.length] }] }
  const changed = changes.reduce((sum, change) => sum + lengthOf(change.heard), 0)
  const few = changed <= Math.max(CHANGED.least, Math.floor(heard.length * CHANGED.share))
  const plausible =
    few &&
    changes.every((change) => {
      return isAlike(
        wordsOf(heard.slice(...change.heard)),
        wordsOf(said.slice(...change.said)),
        spoken ? isMishearing : isSlip,
      )
    })
  return { plausible, changes }
}

function isAlike(
  heard: readonly string[],
  said: readonly string[],
  alike: (one: string, other: string) => boolean,
): boolean {
  if (heard.length > LONGEST_RUN || said.length > LONGEST_RUN) return false
  if (countNegators(heard) !== countNegators(said)) return false
  if (heard.join('') === said.join('')) return true
  if ([...heard, ...said].every((word) => droppable.has(word))) return true
  if (heard.length === 0 || said.length === 0) return false
  if (hasNumber(heard) || hasNumber(said)) return numbersOf(heard) === numbersOf(said)
  return alike(heard.join(' '), said.join(' '))
}

function isMishearing(one: string, other: string): boolean {
  return closenessOf(soundOf(one), soundOf(other), ALIKE) > 0
}

/** A mishearing, or one letter in four at most that was hit wrong, left out or doubled. */
function isSlip(one: string, other: string): boolean {
  const letters = Math.max(1, Math.floor(Math.max(one.length, other.length) / 4))
  return editDistance(one, other) <= letters || isMishearing(one, other)
}

function countNegators(words: readonly string[]): number {
  return words.filter((word) => negator.test(word)).length
}

function hasNumber(words: readonly string[]): boolean {
  return splitTokens(words.join(' ')).some(({ number, word }) => number || /\p{N}/u.test(word))
}

/** What a run says in numbers: "two hundred" and "200" are the same. */
function numbersOf(words: readonly string[]): string {
  return splitTokens(words.join(' '))
    .map(({ stem }) => stem)
    .join(' ')
}

function wordsOf(words: readonly SaidWord[]): string[] {
  return words.map(({ word }) => word)
}

function lengthOf([from, to]: readonly [number, number]): number {
  return to - from
}
