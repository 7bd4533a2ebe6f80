import type { Finder } from '../../domain/grading/finder.ts'
import { sharePoints } from '../../domain/grading/score-points.ts'
import { topicOf } from '../../domain/grading/topic-of.ts'
import type { Question } from '../../domain/interview/question.ts'

/** 0-1: the share of the opener's points that the finder hears in one answer to the opener. */
export function shareOf(finder: Finder, question: Question, text: string): number {
  const asked = question.asks.find(({ id }) => id === 'opener')?.text ?? ''
  const matches = finder.find({ text, asked, points: question.points })
  if (matches.length === 0 || finder.relevance({ text, asked, topic: topicOf(question) }) === 0) return 0
  const heard = new Map(matches.map(({ pointId, degree }) => [pointId, degree]))
  return sharePoints(
    question.points
      .filter(({ askId }) => askId === 'opener')
      .map(({ id, weight }) => {
        const degree = heard.get(id)
        return { weight, heard: degree && { degree, hintTier: 0 } }
      }),
  )
}
