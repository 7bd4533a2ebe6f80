import type { DimensionId } from '../catalog/vocabulary.ts'
import type { Report } from './report.ts'

/** What changed between two reports; only what differs is listed. */
export interface Comparison {
  overall: { before: number | null; after: number | null }
  dimensions: { id: DimensionId; before: number | null; after: number | null }[]
  /** Points heard in one report and not in the other. */
  points: { questionId: string; id: string; text: string; change: 'gained' | 'lost' }[]
}

/** Compares two reports of one session, as after a corrected word, or of two answers to the same questions. */
export function compareReports(before: Report, after: Report): Comparison {
  const dimensions = after.dimensions.flatMap(({ id, score }) => {
    const old = before.dimensions.find((item) => item.id === id)?.score ?? null
    return old === score ? [] : [{ id, before: old, after: score }]
  })
  return {
    overall: { before: before.overall, after: after.overall },
    dimensions,
    points: [...missingFrom(before, after, 'gained'), ...missingFrom(after, before, 'lost')],
  }
}

/** Points that `there` heard and `here` did not. */
function missingFrom(here: Report, there: Report, change: 'gained' | 'lost'): Comparison['points'] {
  return there.questions.flatMap(({ id: questionId, pointsHeard }) => {
    const known = here.questions.find((question) => question.id === questionId)?.pointsHeard ?? []
    const fresh = pointsHeard.filter(({ id }) => !known.some((point) => point.id === id))
    return fresh.map(({ id, text }) => ({ questionId, id, text, change }))
  })
}
