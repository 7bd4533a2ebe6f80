import type { QuestionResult } from './report.ts'

type Score = number | null

/** What a second answer to a question changed; only what differs is listed. */
export interface Comparison {
  score: { before: Score; after: Score }
  subScores: { name: string; before: Score; after: Score }[]
  /** Points heard in the second answer and not in the first. */
  gained: string[]
  /** Points heard in the first answer and not in the second. */
  lost: string[]
  /** Points missed in both. */
  stillMissed: string[]
}

/** Compares two results of one question, the second of a shorter talk about it. */
export function compareAnswers(before: QuestionResult, after: QuestionResult): Comparison {
  const heardIn = ({ pointsHeard }: QuestionResult) => new Set(pointsHeard.map(({ id }) => id))
  const [first, second] = [heardIn(before), heardIn(after)]
  const texts = (points: QuestionResult['pointsHeard' | 'pointsMissed'], isMeant: (id: string) => boolean) =>
    points.filter(({ id }) => isMeant(id)).map(({ text }) => text)
  return {
    score: { before: before.score ?? null, after: after.score ?? null },
    subScores: after.subScores.flatMap(({ id, name, score }) => {
      const old = before.subScores.find((item) => item.id === id)?.score ?? null
      return old === score ? [] : [{ name, before: old, after: score }]
    }),
    gained: texts(after.pointsHeard, (id) => !first.has(id)),
    lost: texts(before.pointsHeard, (id) => !second.has(id)),
    stillMissed: texts(after.pointsMissed, (id) => !first.has(id)),
  }
}
