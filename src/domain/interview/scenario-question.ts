import type { BankScenario } from '../catalog/bank.ts'
import type { Plan } from './plan.ts'
import type { Question } from './question.ts'
import { followUpAsks, openerAsk, ownPoint, probeAsks, probePoints, scenarioSubScoreOf } from './question-parts.ts'

type Slots = Pick<Plan['slots'], 'product' | 'stack' | 'scale'>

/** A scenario as a question of section C. Slots take words of the job description, else the content's own. */
export function scenarioQuestion(scenario: BankScenario, grounded: Slots): Question {
  const points = [...scenario.points.map(ownPoint), ...probePoints(scenario.probes, scenarioSubScoreOf)]
  const fill = (text: string) =>
    text.replace(/\{(product|stack|scale)\}/g, (whole, name: keyof Slots) => {
      return grounded[name] ?? scenario.slots[name] ?? whole
    })
  return {
    id: scenario.id,
    kind: 'scenario',
    title: scenario.title,
    level: scenario.level,
    asks: [
      openerAsk(fill(scenario.opener), ['breadth', 'communication']),
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
