import type { Lexicon, Slot } from './create-lexicon.ts'
import { keepAnswers } from './keep-answers.ts'
import {
  isConclusion,
  isDismissal,
  isDismissalOfBefore,
  isDismissedByBefore,
  markNegated,
} from './mark-negated.ts'
import type { HeardTerms } from './score-window.ts'
import { splitClauses, type Clause } from './split-clauses.ts'
import { splitTokens } from './split-tokens.ts'

/** A clause of an answer, with its place in the text and what it holds. */
export interface SpokenClause {
  from: number
  to: number
  length: number
  /** A sentence starts here. */
  opens: boolean
  dismisses: boolean
  slots: readonly (Slot & { negated: boolean })[]
}

/** A stretch of one to three clauses in a row. */
export interface Window {
  from: number
  to: number
  clauses: number
  /** Ends of sentences inside. */
  crossings: number
  dismisses: boolean
  heard: HeardTerms
}

/** Most clauses in one window: a thought is rarely longer. */
const MOST_CLAUSES = 3

/** Longest window in tokens. */
const LONGEST = 48

/**
 * Splits a turn into the clauses that can answer something; what is said to the grader is left out.
 *
 * @param framed whether a list counts that stands in a sentence of its own words
 */
export function readSpeech(lexicon: Lexicon, text: string, framed = false): SpokenClause[] {
  const clauses = keepAnswers(splitClauses(splitTokens(text)), framed)
  return clauses.map(({ tokens, opens }, index) => {
    const negated = markNegated(tokens)
    return {
      from: tokens[0]?.from ?? 0,
      to: tokens.at(-1)?.to ?? 0,
      length: tokens.length,
      opens,
      dismisses: isDismissed(clauses, index),
      slots: lexicon.slotsOf(tokens).map((slot) => ({ ...slot, negated: negated[slot.at] ?? false })),
    }
  })
}

/** Whether a clause, the one before or after it, or the end of its sentence says that what it tells is fine. */
function isDismissed(clauses: readonly Clause[], index: number): boolean {
  const tokens = clauses[index]?.tokens ?? []
  const before = clauses[index]?.opens === true ? [] : (clauses[index - 1]?.tokens ?? [])
  const after = clauses.slice(index + 1, index + 1 + MOST_CLAUSES)
  const opened = after.findIndex(({ opens }) => opens)
  const rest = opened < 0 ? after : after.slice(0, opened)
  return (
    isDismissal(tokens) ||
    isDismissedByBefore(tokens, before) ||
    isDismissalOfBefore(after[0]?.tokens ?? []) ||
    rest.some((clause) => isConclusion(clause.tokens))
  )
}

/** Every window over the clauses, shortest first at each place; their number is linear in the text. */
export function windowsOf(clauses: readonly SpokenClause[]): Window[] {
  const windows: Window[] = []
  for (const [start, first] of clauses.entries()) {
    let length = 0
    for (let count = 1; count <= MOST_CLAUSES; count += 1) {
      const last = clauses[start + count - 1]
      length += last?.length ?? 0
      if (!last || (count > 1 && length > LONGEST)) break
      const run = clauses.slice(start, start + count)
      windows.push({
        from: first.from,
        to: last.to,
        clauses: count,
        crossings: run.slice(1).filter(({ opens }) => opens).length,
        dismisses: run.some(({ dismisses }) => dismisses),
        heard: hear(run),
      })
    }
  }
  return windows
}

/** What a run of clauses holds. */
export function hear(clauses: readonly SpokenClause[]): HeardTerms {
  const words = new Map<string, readonly string[]>()
  const said = new Map<string, { plain: boolean; negated: boolean }>()
  const slots = clauses.flatMap((clause) => clause.slots)
  for (const { terms, negated } of slots) {
    const key = terms[0] ?? ''
    const before = words.get(key)
    words.set(key, before ? [...new Set([...before, ...terms])] : terms)
    for (const term of terms) {
      const earlier = said.get(term)
      said.set(term, {
        plain: earlier?.plain === true || !negated,
        negated: earlier?.negated === true || negated,
      })
    }
  }
  return { words, said, own: new Set(slots.map(({ own }) => own)) }
}
