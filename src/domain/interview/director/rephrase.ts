import type { DimensionId } from '../../catalog/vocabulary.ts'
import type { Question } from '../question.ts'
import type { SessionState } from '../state.ts'
import { askText } from './ask-text.ts'

const openers: Record<Question['kind'], string> = {
  background:
    'Pick one system you know well and tell me what it was for, how big it was, and which parts were yours.',
  code: 'Read it as if it were up for review: what would hurt somebody in production, and which change would you ship first?',
  scenario:
    'Tell me how you would build it under those constraints, what you would need to know, and what could go wrong.',
  fallback: 'Answer from your own experience: one real case is enough.',
  'wrap-up': 'Name one answer from today that you would give differently.',
}

/** What kind of answer a follow-up or probe looks for; nothing beyond the published dimensions. */
const aims: Record<DimensionId, string> = {
  communication: "I'm after a short account in your own words.",
  debugging: "I'm after the cause you see and how you would show it.",
  breadth: "I'm after the choices you have there and what each would cost.",
  operationalization: "I'm after what you would do and watch in production.",
  product: "I'm after the people on the other side of it and what it means to them.",
}

/** The question in other words. Says nothing about what a good answer holds beyond what was asked. */
export function rephrase(state: SessionState, question: Question, askId: string): string {
  const ask = question.asks.find(({ id }) => id === askId)
  if (!ask || ask.id === 'opener') return openers[question.kind]
  const [dimension] = ask.dimensions
  return `${dimension ? aims[dimension] : 'Anything you want to say counts.'} ${askText(state, ask)}`
}
