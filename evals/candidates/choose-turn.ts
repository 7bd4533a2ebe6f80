import type { Sources } from '../../src/domain/interview/director/draft.ts'
import type { SessionState } from '../../src/domain/interview/state.ts'
import type { CandidateTurn } from './candidate-turn.ts'
import type { Move } from './kinds.ts'
import { modelAnswer } from './model-answer.ts'
import { lookBacks, phrases } from './phrases.ts'

/** One of several; the same numbers of the random source choose the same. */
export type Choose = <T>(items: readonly T[]) => T

/** The words of a move for what is asked now. A move that has no sense there becomes a model answer or a request. */
export function chooseTurn(
  state: SessionState,
  bank: Sources['bank'],
  move: Move,
  choose: Choose,
): CandidateTurn {
  switch (move) {
    case 'level-2':
      return answerTurn(state, bank, '2', choose)
    case 'level-3':
      return answerTurn(state, bank, '3', choose)
    case 'level-4':
      return answerTurn(state, bank, '4', choose)
    case 'silence':
      return { text: '', means: 'silence' }
    case 'fact':
      return factTurn(state, bank, choose)
    case 'lines':
      return linesTurn(state, bank, choose)
    default:
      return { text: choose(phrases[move]), means: move }
  }
}

function answerTurn(
  { current }: SessionState,
  bank: Sources['bank'],
  level: '2' | '3' | '4',
  choose: Choose,
): CandidateTurn {
  const means = level === '2' ? 'thin' : 'answer'
  if (!current || current.questionId === 'wrap-up') return { text: choose(lookBacks), means }
  const text = modelAnswer(bank, current, level)
  if (text !== undefined) return { text, means }
  return {
    text: 'In my system that was the order service, we kept one queue for each shop and watched its length.',
    means: 'thin',
  }
}

/** A clarifying question in the content's own words for a fact. */
function factTurn(
  { current }: SessionState,
  { snippets, scenarios }: Sources['bank'],
  choose: Choose,
): CandidateTurn {
  const item = [...snippets, ...scenarios].find(({ id }) => id === current?.questionId)
  if (!item) return { text: choose(phrases['other-fact']), means: 'other-fact' }
  const fact = choose(item.facts)
  const pattern = choose(fact.patterns)
  const isQuestion =
    /^(what|which|how|who|when|where|why|is|are|do|does|can|could|will|was|were|may)\b/i.test(pattern)
  const lead = choose(
    isQuestion ? ['', 'To clarify, ', 'Quick question, '] : ['Can I ask about this: ', 'To clarify: '],
  )
  return { text: `${lead}${pattern}?`, means: 'fact', factId: fact.id }
}

function linesTurn(
  { shownSnippets, current }: SessionState,
  { snippets }: Sources['bank'],
  choose: Choose,
): CandidateTurn {
  const shown = snippets.find(({ id }) => id === shownSnippets.at(-1) && id === current?.questionId)
  if (!shown) return { text: choose(phrases.repeat), means: 'repeat' }
  const count = shown.source.trimEnd().split('\n').length
  const from = 1 + choose(Array.from({ length: count - 9 }, (_, index) => index))
  const to = from + choose([0, 2, 5, 8])
  const asked = [`Read lines ${from} to ${to}`, `Could you read line ${from} to line ${to} for me?`]
  const text = from === to ? choose([`Read line ${from}`, `What's on line ${from}?`]) : choose(asked)
  return { text, means: 'lines', lines: { from, to } }
}
