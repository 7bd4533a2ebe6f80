import type { BankWarmup } from '../catalog/bank.ts'
import type { Question } from './question.ts'
import {
  followUpAsks,
  openerAsk,
  ownPoint,
  probeAsks,
  probePoints,
  scenarioSubScoreOf,
} from './question-parts.ts'

/** A warm-up as the question of section A. */
export function warmupQuestion(warmup: BankWarmup): Question {
  const points = [...warmup.points.map(ownPoint), ...probePoints(warmup.probes, scenarioSubScoreOf)]
  const showsProduct = warmup.points.some(({ dimension }) => dimension === 'product')
  return {
    id: warmup.id,
    kind: 'background',
    title: warmup.title,
    level: 'senior',
    asks: [
      openerAsk(warmup.opener, showsProduct ? ['communication', 'product'] : ['communication']),
      ...followUpAsks(warmup.followUps, points, 'breadth'),
      ...probeAsks(warmup.probes),
    ],
    points,
    signals: warmup.signals,
    facts: [],
    competencies: [],
    bestAnswer: warmup.answers['4'],
  }
}
