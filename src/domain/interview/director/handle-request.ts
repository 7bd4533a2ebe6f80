import type { Question } from '../question.ts'
import { clarify } from './clarify.ts'
import { closeInterview } from './wrap-up.ts'
import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { giveHint } from './give-hint.ts'
import { goBack } from './go-back.ts'
import { minutesOf } from './minutes-of.ts'
import { readLines } from './read-lines.ts'
import type { Intent } from './read-intent.ts'
import { rephrase } from './rephrase.ts'
import { skip } from './skip.ts'

/** Meets a request without using up a turn of the section; the question on the table stays. */
export function handleRequest(draft: Draft, question: Question, intent: Intent): Draft {
  const onTable = draft.state.current?.text ?? ''
  switch (intent.kind) {
    case 'repeat':
      return reply(draft, onTable)
    case 'rephrase':
      return reply(draft, rephrase(question, draft.state.current?.askId ?? 'opener'))
    case 'read-lines':
      return readLines(draft, intent.from, intent.to)
    case 'hint':
      return giveHint(draft, question)
    case 'skip':
      return skip(draft, question)
    case 'back':
      return goBack(draft)
    case 'think':
      return reply(draft, 'Of course. Take the time you need.')
    case 'time-left':
      return reply(draft, timeLeft(draft))
    case 'stop':
      return closeInterview(draft)
    case 'clarify':
      return clarify(draft, question)
    case 'answer':
    case 'dont-know':
      return draft
  }
}

function timeLeft({ plan, state }: Draft): string {
  const { A, B, C, D } = plan.sections
  const total = A.budgetMs + B.budgetMs + C.budgetMs + D.budgetMs
  const section = plan.sections[state.section ?? 'A']
  const inPart = minutesOf(section.budgetMs - (state.clockMs - state.sectionStartMs))
  const inAll = Math.max(inPart, minutesOf(total - state.clockMs))
  const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`
  return `About ${minutes(inPart)} in this part, and about ${minutes(inAll)} in all.`
}
