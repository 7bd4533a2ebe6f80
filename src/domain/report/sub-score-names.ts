import type { SubScoreId } from '../catalog/vocabulary.ts'

/** What the sub-scores of a question are called. */
export const subScoreNames: Record<SubScoreId, string> = {
  correctness: 'Correctness',
  prioritization: 'Prioritization',
  testability: 'Testability',
  clarity: 'Clarity',
  complexity: 'Complexity control',
  scoping: 'Problem scoping',
  tradeoffs: 'Trade-offs',
  operationalization: 'Operationalization',
  communication: 'Communication',
}
