import { bandOf } from '../src/domain/grading/score-points.ts'

/** What people gave an answer and what we did, both 0-1, and the question it answers. */
export interface Pair {
  question: string
  human: number
  ours: number
}

/** Pearson's correlation; 0 where one side does not vary. */
export function pearson(pairs: readonly Pair[]): number {
  const x = mean(pairs.map(({ human }) => human))
  const y = mean(pairs.map(({ ours }) => ours))
  const sum = (term: (pair: Pair) => number) => pairs.reduce((total, pair) => total + term(pair), 0)
  const xx = sum(({ human }) => (human - x) ** 2)
  const yy = sum(({ ours }) => (ours - y) ** 2)
  const xy = sum(({ human, ours }) => (human - x) * (ours - y))
  return xx < 1e-12 || yy < 1e-12 ? 0 : xy / Math.sqrt(xx * yy)
}

/** Root of the mean squared error, on 0-1. */
export function rmse(pairs: readonly Pair[]): number {
  return Math.sqrt(mean(pairs.map(({ human, ours }) => (human - ours) ** 2)))
}

/** Kappa with quadratic weights over the four bands of a score (Cohen 1968); 0 where both sides agree by having one band. */
export function kappa(pairs: readonly Pair[]): number {
  const bands = pairs.map(({ human, ours }) => [bandOf(human), bandOf(ours)] as const)
  const observed = mean(bands.map(([a, b]) => (a - b) ** 2))
  const expected = mean(bands.map(([a]) => mean(bands.map(([, b]) => (a - b) ** 2))))
  return expected === 0 ? 0 : 1 - observed / expected
}

/** Mean of Pearson's r over the questions whose answers people told apart. */
export function withinQuestions(pairs: readonly Pair[]): number {
  const questions = [...Map.groupBy(pairs, ({ question }) => question).values()]
  const telling = questions.filter((own) => new Set(own.map(({ human }) => human)).size > 1)
  return telling.length === 0 ? 0 : mean(telling.map(pearson))
}

/** Mean of ours minus people's: above 0 we flatter. */
export function signedError(pairs: readonly Pair[]): number {
  return mean(pairs.map(({ human, ours }) => ours - human))
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length)
}
