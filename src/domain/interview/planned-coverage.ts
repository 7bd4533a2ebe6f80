import type { DimensionId } from '../catalog/vocabulary.ts'
import type { Plan } from './plan.ts'

/** How many questions of each dimension the plan holds at least; what the coverage panel counts against. */
export function plannedCoverage(plan: Plan): Record<DimensionId, number> {
  const { B, C } = plan.sections
  const openers = 1 + B.questionIds.length + C.questionIds.length
  return {
    communication: openers,
    debugging: Math.max(1, 2 * B.questionIds.length),
    breadth: Math.max(1, 2 * C.questionIds.length),
    operationalization: 2,
    product: 2,
  }
}
