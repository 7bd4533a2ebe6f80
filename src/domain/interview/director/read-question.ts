import type { Piece } from './split-pieces.ts'

/** Longest clarifying question, in words; a longer turn with a question mark is an answer that wonders. */
const CLARIFYING_WORDS = 45

/** Longest one that a recogniser has left without its question mark. */
const UNMARKED_WORDS = 20

const announced =
  /\b(to clarify|clarifying|clarification|quick question|can i ask|may i ask|(can|may|should|do|could) (i|we) assume|just (checking|to check|to confirm))\b/i

/** A subject and its verb the other way round, as in "how many orders a second do we get". */
const inverted =
  /^(?:(?:what|which|how|when|where|why|who)(?: \S+){0,6} )?(?:is|are|was|were|do|does|did|can|could|may|should|will|would|has|have) (?:the|we|you|it|they|there|this|that|these|i|a|an|any|each|every|all|our|your|customers|users)\b/

/** "What I would do is ...", "when the lease ends ...", "which means ...": statements. */
const statement =
  /^(?:what|how|where|when|why|which|who|that's (?:what|why)) (?:i|we|you|it|they|the|happens|this|that|means|is why|makes)\b/

/** A guess put as a question: "isn't that the random id", "could it be that ...", "would a unique key fix it". */
const guess =
  /^(?:(?:is|are|was|does|do|did|would|should|could|can|will|has)n't|won't|can't|maybe|perhaps|could (?:it|that|this) be|what if|how about|what about|(?:is|was) (?:it|that|this) (?:the|because|that|about|maybe)|(?:would|wouldn't|could|should) (?:a|an|it|that|this) )/

/** Whether a turn asks for a fact, may do so, or answers. */
export function readQuestion(text: string, pieces: Piece[]): 'clarify' | 'wonder' | 'answer' {
  const words = text.split(/\s+/).length
  const first = pieces[0]
  if (!first || words > CLARIFYING_WORDS) return 'answer'
  const asks = pieces.some(({ isQuestion }) => isQuestion)
  if (announced.test(text)) return asks || words <= UNMARKED_WORDS ? 'clarify' : 'answer'
  const question = pieces.find(({ isQuestion }) => isQuestion)
  if (question) {
    const goesOn = pieces.slice(pieces.indexOf(question) + 1).some(({ core }) => core !== '')
    if (goesOn && pieces.at(-1)?.isQuestion !== true) return 'wonder'
    return [question.whole, question.core, first.core].some((words) => guess.test(words))
      ? 'wonder'
      : 'clarify'
  }
  if (words > UNMARKED_WORDS || statement.test(first.core)) return 'answer'
  if (guess.test(first.core)) return 'wonder'
  return inverted.test(first.core) ? 'clarify' : 'answer'
}
