import { findTerms } from '../../speech/find-terms.ts'
import type { HeardTerm } from '../../speech/heard-term.ts'
import { vocabularyOf } from '../../speech/vocabulary-of.ts'
import type { SessionState } from '../state.ts'
import type { Draft } from './draft.ts'
import { questionOf } from './draft.ts'

/** What goes into the log with a turn's words. */
interface Doubtful {
  unsure: [number, number][]
  terms?: HeardTerm[]
}

/**
 * Where the turn of the draft probably means terms of the question on the table, or of the job description; near ones
 * are unsure too. What is typed is meant as it stands.
 */
export function hearTerms(
  draft: Draft,
  { current, profile }: Pick<SessionState, 'current' | 'profile'>,
): Doubtful {
  const { text, source, unsure } = draft.turn
  if (source !== 'voice' || !current) return { unsure }
  const vocabulary = vocabularyOf(questionOf(draft, current.questionId), profile, draft.sources.bank)
  const terms = findTerms(text, vocabulary)
  if (terms.length === 0) return { unsure }
  const near = terms.filter(({ sure }) => !sure).map(({ from, to }): [number, number] => [from, to])
  return { unsure: [...unsure, ...near], terms }
}
