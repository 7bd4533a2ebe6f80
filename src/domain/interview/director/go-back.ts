import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import { askTextOf } from './ask-text.ts'
import type { Draft } from './draft.ts'
import { questionOf, reply } from './draft.ts'
import { putAsk } from './put-ask.ts'
import { showSnippetOf } from './show-snippet-of.ts'

/** Takes up an earlier question again, where it was left: the one named ("the first snippet"), else the last. */
export function goBack(draft: Draft): Draft {
  const wantsFirst = /\b(first|initial|very beginning)\b/i.test(draft.turn.text)
  const kind = namedKind(draft.turn.text)
  const earlier = earlierQuestions(draft, wantsFirst ? 'asked' : 'recent')
  const fitting = earlier.filter((question) => kind === undefined || question.kind === kind)
  const question = wantsFirst ? fitting[0] : fitting.at(-1)
  if (!question) return reply(draft, nothingBefore(earlier))
  const askId = questionState(draft.state, question.id).asked.at(-1)
  const ask = question.asks.find(({ id }) => id === askId)
  if (!ask) return reply(draft, 'I cannot reopen that one. Say what you wanted to add here.')
  const text = `Back to ${wantsFirst ? 'the first one' : 'the one before'}: ${askTextOf(draft.state, question, ask.id)}`
  return putAsk(showSnippetOf(draft, question), question, ask, text)
}

function nothingBefore(earlier: Question[]): string {
  return earlier.length === 0
    ? 'This is the first question, so there is none to go back to.'
    : 'There was none of that kind before this one.'
}

/** The other questions so far: as they were first asked, or as they were last talked about. */
function earlierQuestions(draft: Draft, order: 'asked' | 'recent'): Question[] {
  const currentId = draft.state.current?.questionId
  const ids = draft.state.transcript.flatMap(({ speaker, questionId }) => {
    return speaker === 'agent' && questionId && questionId !== currentId ? [questionId] : []
  })
  const unique = order === 'asked' ? [...new Set(ids)] : [...new Set(ids.toReversed())].toReversed()
  return unique.map((id) => questionOf(draft, id))
}

function namedKind(text: string): Question['kind'] | undefined {
  if (/\b(snippet|code|coding|file)\b/i.test(text)) return 'code'
  if (/\b(scenario|design)\b/i.test(text)) return 'scenario'
  return /\b(background|warm-up|my system)\b/i.test(text) ? 'background' : undefined
}
