import type { Ask, Question } from './question.ts'

/** The candidate looks back. */
export const reflectAsk: Ask = {
  id: 'opener',
  text: 'If you could give one answer from today again, which one, and what would you change?',
  dimensions: ['communication'],
  heard: [],
  missing: [],
}

/** The last words, after the spoken feedback. */
export const closingAsk: Ask = {
  id: 'probe-last-words',
  text: 'Is there anything you want to add before we close?',
  dimensions: [],
  heard: [],
  missing: [],
}

/** The question of section D. It expects no points: nothing said there is scored by a list. */
export const wrapUpQuestion: Question = {
  id: 'wrap-up',
  kind: 'wrap-up',
  title: 'Wrap-up',
  level: 'senior',
  asks: [reflectAsk, closingAsk],
  points: [],
  signals: [],
  facts: [],
  competencies: [],
  bestAnswer: '',
}
