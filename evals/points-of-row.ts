import type { FinderPoint } from '../src/domain/grading/finder.ts'
import type { GradeRow } from './grade-row.ts'
import { readCriterion, type Criterion } from './read-criterion.ts'

/** The expected points of a row: its criteria, or the parts of its reference; a weight that is not written is the mean. */
export function pointsOfRow({ criteria, reference }: GradeRow): (FinderPoint & { weight: number })[] {
  const read: Criterion[] = criteria.length > 0 ? criteria.map(readCriterion) : [{ text: reference }]
  const written = read.flatMap(({ weight }) => weight ?? [])
  const usual = written.length > 0 ? written.reduce((sum, weight) => sum + weight, 0) / written.length : 1
  return read.map(({ text, weight = usual }, index) => ({
    id: String(index),
    text,
    wordings: [],
    misheard: [],
    weight,
  }))
}
