import { closingAsk, reflectAsk, wrapUpQuestion } from '../wrap-up-question.ts'
import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { putAsk } from './put-ask.ts'
import { spokenFeedback } from './spoken-feedback.ts'

/** Opens the wrap-up: first the candidate looks back. */
export function wrapUp(draft: Draft): Draft {
  return putAsk(draft, wrapUpQuestion, reflectAsk, `Last part. ${reflectAsk.text}`)
}

/** After the look back comes the spoken feedback; after the last words, the end. */
export function takeWrapUpAnswer(draft: Draft): Draft {
  const asked = draft.state.questions[wrapUpQuestion.id]?.asked ?? []
  if (asked.includes(closingAsk.id)) return closeInterview(draft)
  const { improve, practise } = spokenFeedback(draft)
  return putAsk(reply(draft, improve), wrapUpQuestion, closingAsk, `${practise} ${closingAsk.text}`)
}

/** The closing line; no turn is taken after it. */
export function closeInterview(draft: Draft): Draft {
  const line =
    'That is the end of the interview, thank you. Your report is made from what you said, word for word.'
  return reply(draft, line, 'close')
}
