import { createTypedEngine } from '../../voice/engines/typed.ts'
import type { TypedEngine } from '../../voice/engines/typed.ts'

/** Silent reading of English prose: 238 words a minute on average (Brysbaert 2019), so 252 ms a word. */
const READING_WORD_MS = 252

export type SessionEngine = TypedEngine

/** The engine for this device and this interview. Lines appear at once where motion is to be reduced. */
export function createEngine(): SessionEngine {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  return createTypedEngine({ wordMs: () => (calm.matches ? 0 : READING_WORD_MS), now: () => Date.now() })
}
