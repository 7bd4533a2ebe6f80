import type { Draft } from './draft.ts'
import { questionOf } from './draft.ts'
import { askTextOf } from './ask-text.ts'
import { putAsk } from './put-ask.ts'
import { showSnippetOf } from './show-snippet-of.ts'

/** Takes up what a step back has interrupted in this section; undefined when nothing was. */
export function resume(draft: Draft): Draft | undefined {
  const { current, questions, section } = draft.state
  const open = Object.values(questions).find((item) => {
    return (
      item.section === section && item.id !== current?.questionId && !item.closed && item.asked.length > 0
    )
  })
  if (!open) return undefined
  const question = questionOf(draft, open.id)
  const ask = question.asks.find(({ id }) => id === open.asked.at(-1))
  if (!ask) return undefined
  const text = `Back to where we were: ${askTextOf(draft.state, question, ask.id)}`
  return putAsk(showSnippetOf(draft, question), question, ask, text)
}
