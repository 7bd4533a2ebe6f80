import type { Draft } from './draft.ts'
import { emit, questionOf, reply } from './draft.ts'
import { putAsk } from './put-ask.ts'

/** Takes up the question before this one again, where it was left. */
export function goBack(draft: Draft): Draft {
  const currentId = draft.state.current?.questionId
  const before = draft.state.transcript.findLast(
    ({ speaker, questionId }) => speaker === 'agent' && questionId && questionId !== currentId,
  )
  if (!before?.questionId || !before.askId)
    return reply(draft, 'This is the first question, so there is none to go back to.')
  const question = questionOf(draft, before.questionId)
  const ask = question.asks.find(({ id }) => id === before.askId)
  if (!ask) return reply(draft, 'I cannot reopen that one. Say what you wanted to add here.')
  const isCode = draft.sources.bank.snippets.some(({ id }) => id === question.id)
  const shown = isCode ? emit(draft, { kind: 'snippet-shown', snippetId: question.id }) : draft
  return putAsk(shown, question, ask, `Back to the one before. ${ask.text}`)
}
