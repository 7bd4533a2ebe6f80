import type { Question } from '../interview/question.ts'
import type { Topic } from './finder.ts'

/** What a question is about; a drill on part of one is about all of it. */
export function topicOf({ kind, whole, ...own }: Question): Topic {
  const { title, points, signals, facts } = whole ?? own
  return {
    texts: [
      title,
      ...points.flatMap(({ text, wordings }) => [text, ...wordings]),
      ...signals.flatMap(({ wordings }) => wordings),
      ...facts.map(({ answer }) => answer),
    ],
    isOpen: kind !== 'code' && kind !== 'scenario',
  }
}
