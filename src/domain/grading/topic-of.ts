import type { Question } from '../interview/question.ts'

/** What a question is about, as texts a finder's relevance is measured against. */
export function topicOf(question: Question): string[] {
  return [
    question.title,
    question.bestAnswer,
    ...question.points.flatMap(({ text, wordings }) => [text, ...wordings]),
    ...question.signals.flatMap(({ wordings }) => wordings),
    ...question.facts.map(({ answer }) => answer),
  ]
}
