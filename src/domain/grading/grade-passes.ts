import type { Bank } from '../catalog/bank.ts'
import type { DimensionId } from '../catalog/vocabulary.ts'
import type { SessionState } from '../interview/state.ts'
import type { Finder } from './finder.ts'
import { gradeSession } from './grade-session.ts'
import type { SessionGrade } from './grade.ts'

/** The grade by each of a model's readings alone, none without a model: how far they differ is its spread. */
export function gradePasses(state: SessionState, bank: Bank, finder: Finder): SessionGrade[] {
  const proposals = Object.entries(state.proposals ?? {})
  const count = Math.max(0, ...proposals.map(([, passes]) => passes.length))
  return Array.from({ length: count }, (_, pass) => {
    const alone = Object.fromEntries(
      proposals.map(([id, passes]) => [id, passes.slice(pass, pass + 1)] as const),
    )
    return gradeSession({ ...state, proposals: alone }, bank, finder)
  })
}

/** The steps that a score moves at most between what most readings say and what one of them says. */
export function passSpread(id: DimensionId, grade: SessionGrade, passes: readonly SessionGrade[]): number {
  return largest(
    grade.dimensions[id].score,
    passes.map(({ dimensions }) => dimensions[id].score),
  )
}

/** The same for the overall, in points of the scale, to one decimal. */
export function overallPassSpread({ overall }: SessionGrade, passes: readonly SessionGrade[]): number {
  const moved = largest(
    overall,
    passes.map((pass) => pass.overall),
  )
  return Math.round(moved * 10) / 10
}

function largest(whole: number | null, parts: readonly (number | null)[]): number {
  if (whole === null) return 0
  return Math.max(0, ...parts.map((part) => Math.abs((part ?? whole) - whole)))
}
