import { splitTokens } from '../../grading/split-tokens.ts'
import type { HeardTerm } from '../../speech/heard-term.ts'
import { vocabularyOf } from '../../speech/vocabulary-of.ts'
import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { Entry } from '../state.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { hear } from './hear.ts'
import { isOver } from './is-over.ts'

/** Most times that "Did you say ...?" is asked in one interview; at one question it is asked once. */
const MOST_DOUBTS = 3

/** Near terms of one turn that are tried. */
const MOST_TRIED = 5

/**
 * Asks whether a near term was said, in place of going on, if it is the name of something and the answer just given
 * would then say a point in full that has not been heard; undefined when nothing is worth asking.
 */
export function doubtTerm(draft: Draft, question: Question): Draft | undefined {
  const { doubted, transcript } = draft.state
  if (doubted.length >= MOST_DOUBTS || doubted.includes(question.id) || isOver(draft)) return undefined
  const { turnId } = draft.turn
  const entry = transcript.find((item) => item.speaker === 'candidate' && item.turnId === turnId)
  const { isName } = vocabularyOf(question, draft.state.profile, draft.sources.bank)
  const near = entry?.terms?.filter(({ sure, term }) => !sure && isName(splitTokens(term))) ?? []
  const worth = near.slice(0, MOST_TRIED).find((term) => entry && gains(draft, question, entry, term))
  if (!worth) return undefined
  const { from, to, term } = worth
  const asked = emit(draft, { kind: 'term-asked', turnId, questionId: question.id, from, to, term })
  return reply(asked, didYouSay(term))
}

/** The question that settles a doubt. */
export function didYouSay(term: string): string {
  return `Did you say “${term}”?`
}

/** Whether a point not heard in full so far is, once the term is taken as said. */
function gains(draft: Draft, question: Question, entry: Entry, term: HeardTerm): boolean {
  const known = questionState(draft.state, question.id).heard
  const isKnown = (id: string) => Object.hasOwn(known, id) && known[id]?.degree === 'full'
  const terms = entry.terms?.map((other) => (other === term ? { ...term, sure: true } : other)) ?? []
  const { points } = hear(draft, question, { ...entry, terms })
  return points.some(({ id, degree }) => degree === 'full' && !isKnown(id))
}
