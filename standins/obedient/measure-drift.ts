import { gradeSession } from '../../src/domain/grading/grade-session.ts'
import { openTestApp } from '../../src/api/test-app.ts'
import { playAttacked } from './play-attacked.ts'

const CANDIDATES = ['weak', 'strong', 'silent'] as const

/**
 * The share of dimension scores, 0-1, that differ between the built-in finder and the obedient model beside it, over so many
 * interviews in which nobody tells it anything: what having it costs an honest candidate.
 */
export async function measureDrift(
  interviews: number,
  seed: number,
): Promise<{ scores: number; drift: number }> {
  const { bank, finder } = openTestApp().dependencies
  let scores = 0
  let moved = 0
  for (let index = 0; index < interviews; index += 1) {
    const { report, state } = await playAttacked(CANDIDATES[index % 3] ?? 'weak', seed + index)
    const { dimensions } = gradeSession({ ...state, proposals: {} }, bank, finder)
    scores += report.dimensions.length
    moved += report.dimensions.filter(({ id, score }) => score !== dimensions[id].score).length
  }
  return { scores, drift: moved / scores }
}
