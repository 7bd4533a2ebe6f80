import type { DimensionId } from '../catalog/vocabulary.ts'
import type { Plan } from './plan.ts'

/** How many questions of each dimension the plan holds at least; what the coverage panel counts against. */
export function plannedCoverage(plan: Plan): Record<DimensionId, number> {
  const { B, C } = plan.sections
  if (plan.practice) return practised(B.questionIds.length, C.questionIds.length)
  const openers = 1 + B.questionIds.length + C.questionIds.length
  return {
    communication: openers,
    debugging: Math.max(1, 2 * B.questionIds.length),
    breadth: Math.max(1, 2 * C.questionIds.length),
    operationalization: 2,
    product: 2,
  }
}

/** One question cannot cover everything, and is not meant to. */
function practised(code: number, scenarios: number): Record<DimensionId, number> {
  return { communication: 1, debugging: code, breadth: scenarios, operationalization: 0, product: 0 }
}
