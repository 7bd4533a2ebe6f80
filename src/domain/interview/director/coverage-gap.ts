import { DimensionId } from '../../catalog/vocabulary.ts'
import type { SessionState } from '../state.ts'

/** The first dimension that nothing asked so far could show. */
export function coverageGap(state: SessionState): DimensionId | undefined {
  return DimensionId.options.find((id) => state.coverage[id] === 0)
}
