import type { Question } from '../question.ts'
import type { SessionState } from '../state.ts'
import { askTextOf } from './ask-text.ts'
import { clarify } from './clarify.ts'
import { closeInterview } from './wrap-up.ts'
import type { Draft } from './draft.ts'
import { reply } from './draft.ts'
import { giveHint } from './give-hint.ts'
import { goBack } from './go-back.ts'
import { minutesOf } from './minutes-of.ts'
import { readLines } from './read-lines.ts'
import type { Intent } from './intent.ts'
import { chooseWording } from './choose-wording.ts'
import { readPointed } from './read-pointed.ts'
import { rephrase } from './rephrase.ts'
import { skip } from './skip.ts'

/** Meets a request without using up a turn of the section; the question on the table stays. */
export function handleRequest(draft: Draft, question: Question, intent: Intent): Draft {
  const { state, plan } = draft
  switch (intent.kind) {
    case 'repeat':
      return reply(draft, repeated(state, question))
    case 'rephrase':
      return reply(draft, rephrase(state, question, state.current?.askId ?? 'opener'))
    case 'read-lines':
      return readLines(draft, intent.from, intent.to)
    case 'read-code':
      return question.kind === 'code' ? readPointed(draft) : reply(draft, repeated(state, question))
    case 'hint':
      return giveHint(draft, question)
    case 'skip':
      return skip(draft, question)
    case 'back':
      return goBack(draft)
    case 'think':
      return reply(draft, chooseWording(patience, plan.seed, draft.turn.turnId))
    case 'time-left':
      return reply(draft, timeLeft(draft))
    case 'stop':
      return closeInterview(draft)
    case 'clarify':
    case 'wonder':
      return clarify(draft, question)
    case 'ask-verdict':
      return reply(draft, state.section === 'D' ? feedbackToCome : standing['ask-verdict'])
    case 'check-in':
      return reply(reply(draft, standing['check-in']), repeated(state, question))
    case 'ask-answer':
      return reply(draft, plan.level === 'mid' ? noAnswer.mid : noAnswer.senior)
    case 'about-us':
    case 'about-format':
    case 'ready':
      return reply(draft, standing[intent.kind])
    case 'answer':
    case 'dont-know':
    case 'done':
      return draft
  }
}

/** The question on the table: an opener as it was first put, code and constraints with it, any other without its lead-in. */
function repeated(state: SessionState, question: Question): string {
  const { transcript, current } = state
  if (current && current.askId !== 'opener') return askTextOf(state, question, current.askId)
  const first = transcript.find(({ speaker, questionId, askId }) => {
    return speaker === 'agent' && questionId === current?.questionId && askId === current?.askId
  })
  return first?.text ?? ''
}

const patience = ['Of course. Take the time you need.', 'Sure, take your time.', 'Yes, no hurry.']

const feedbackToCome = 'What to work on is part of this wrap-up, and the report has all of it.'

/** What can be had in place of the answer; hints belong to coaching mode. */
const noAnswer = {
  mid: "I can't give you that one. I can repeat the question, give a hint or move on, if you ask me to.",
  senior:
    "I can't give you that one. I can repeat the question, put it in other words or move on, if you ask me to.",
}

/** Always answered alike: none of them tells whether an answer was right. */
const standing = {
  'ask-verdict':
    "I don't judge answers while we talk; the report does that afterwards. Let's stay with the question.",
  'about-us':
    "I'm a program that runs this interview, and I know no more than what belongs to it. Let's stay with the question.",
  'about-format': 'You write no code here. Say what you would do, and why.',
  'check-in': "Yes, I'm here.",
  ready: "Go ahead when you're ready.",
}

function timeLeft({ plan, state }: Draft): string {
  const { A, B, C, D } = plan.sections
  const total = A.budgetMs + B.budgetMs + C.budgetMs + D.budgetMs
  const section = plan.sections[state.section ?? 'A']
  const inPart = minutesOf(section.budgetMs - (state.clockMs - state.sectionStartMs))
  const inAll = Math.max(inPart, minutesOf(total - state.clockMs))
  const minutes = (count: number) => `${count} ${count === 1 ? 'minute' : 'minutes'}`
  if (state.section === 'D') return `About ${minutes(inPart)} in this part, which is the last.`
  return `About ${minutes(inPart)} in this part, and about ${minutes(inAll)} in all.`
}
