import type { Rubric } from '../catalog/rubric.ts'
import type { Question } from './question.ts'
import { openerAsk, probePoints, scenarioSubScoreOf } from './question-parts.ts'

/** The question that closes a gap in the coverage of one dimension. Its id is `fallback-<dimension>`. */
export function fallbackQuestion(rubric: Rubric): Question {
  const { fallback, dimension } = rubric
  return {
    id: `fallback-${dimension}`,
    kind: 'fallback',
    title: rubric.name,
    level: 'senior',
    asks: [openerAsk(fallback.ask, [dimension])],
    points: probePoints([fallback], scenarioSubScoreOf).map((point) => ({ ...point, askId: 'opener' })),
    signals: [],
    facts: [],
    competencies: [],
    bestAnswer: fallback.best,
  }
}
