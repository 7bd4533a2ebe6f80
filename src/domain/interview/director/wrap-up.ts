import type { Ask } from '../question.ts'
import type { Draft } from './draft.ts'
import { questionOf, reply } from './draft.ts'
import { putAsk } from './put-ask.ts'
import { spokenFeedback } from './spoken-feedback.ts'

const reflect: Ask = {
  id: 'opener',
  text: 'If you could give one answer from today again, which one, and what would you change?',
  dimensions: ['communication'],
  heard: [],
  missing: [],
}

const closing: Ask = {
  id: 'probe-last-words',
  text: 'Is there anything you want to add before we close?',
  dimensions: [],
  heard: [],
  missing: [],
}

/** Opens the wrap-up: first the candidate looks back. */
export function wrapUp(draft: Draft): Draft {
  return putAsk(draft, questionOf(draft, 'wrap-up'), reflect, `Last part. ${reflect.text}`)
}

/** After the look back comes the spoken feedback; after the last words, the end. */
export function takeWrapUpAnswer(draft: Draft): Draft {
  if (draft.state.current?.askId !== reflect.id) return closeInterview(draft)
  const { improve, practise } = spokenFeedback(draft)
  return putAsk(reply(draft, improve), questionOf(draft, 'wrap-up'), closing, `${practise} ${closing.text}`)
}

/** The closing line; no turn is taken after it. */
export function closeInterview(draft: Draft): Draft {
  const line =
    'That is the end of the interview, thank you. Your report is made from what you said, word for word.'
  return reply(draft, line, 'close')
}
