import type { Doubt } from '../state.ts'
import type { Draft } from './draft.ts'
import { emit, questionOf } from './draft.ts'
import { hear } from './hear.ts'

/** Ends a doubt. A term that was said is put in, and its turn is heard once more; otherwise that turn stays as it was. */
export function settleTerm(draft: Draft, doubt: Doubt, outcome: 'said' | 'not-said' | 'open'): Draft {
  const points = outcome === 'said' ? pointsWith(draft, doubt) : []
  return emit(draft, { kind: 'term-settled', ...doubt, outcome, points })
}

function pointsWith(draft: Draft, { turnId, questionId, from, to }: Doubt) {
  const entry = draft.state.transcript.find((item) => item.speaker === 'candidate' && item.turnId === turnId)
  if (!entry?.terms) return []
  const terms = entry.terms.map((term) =>
    term.from === from && term.to === to ? { ...term, sure: true } : term,
  )
  return hear(draft, questionOf(draft, questionId), { ...entry, terms }).points
}
