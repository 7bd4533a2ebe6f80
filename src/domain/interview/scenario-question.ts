import type { BankScenario } from '../catalog/bank.ts'
import type { Question } from './question.ts'
import {
  followUpAsks,
  openerAsk,
  ownPoint,
  probeAsks,
  probePoints,
  scenarioSubScoreOf,
} from './question-parts.ts'

/** A scenario as a question of section C, its slots not filled yet. */
export function scenarioQuestion(scenario: BankScenario): Question {
  const points = [...scenario.points.map(ownPoint), ...probePoints(scenario.probes, scenarioSubScoreOf)]
  return {
    id: scenario.id,
    kind: 'scenario',
    title: scenario.title,
    level: scenario.level,
    asks: [
      openerAsk(scenario.opener, ['breadth', 'communication']),
      ...followUpAsks(scenario.followUps, points, 'breadth'),
      { id: 'callback', text: scenario.callback, dimensions: ['breadth'], heard: [], missing: [] },
      ...probeAsks(scenario.probes),
    ],
    points,
    signals: scenario.signals,
    facts: scenario.facts,
    competencies: scenario.competencies,
    bestAnswer: scenario.answers['4'],
  }
}
