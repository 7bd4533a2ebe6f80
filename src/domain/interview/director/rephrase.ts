import type { Question } from '../question.ts'

const openers: Record<Question['kind'], string> = {
  background:
    'Pick one system you know well and tell me what it was for, how big it was, and which parts were yours.',
  code: 'Read it as if it were up for review: what would hurt somebody in production, and which change would you ship first?',
  scenario:
    'Tell me how you would build it under those constraints, what you would need to know, and what could go wrong.',
  fallback: 'Answer from your own experience: one real case is enough.',
  'wrap-up': 'Name one answer from today that you would give differently.',
}

/** The question in other words. Says nothing about what a good answer holds beyond what was asked. */
export function rephrase(question: Question, askId: string): string {
  const ask = question.asks.find(({ id }) => id === askId)
  if (!ask || ask.id === 'opener') return openers[question.kind]
  return `In other words, I'd like your reasoning on this one point, from what is in front of us. ${ask.text}`
}
