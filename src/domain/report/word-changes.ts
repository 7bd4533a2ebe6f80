import type { Report, ReportChange } from './report.ts'
import { quoteName } from './name-points.ts'
import { verdictWords } from './verdict-words.ts'

const NOT_SCORED = 'not assessed'

/** What a correction moved, a line each, or that it moved nothing. */
export function wordChanges(
  changes: readonly ReportChange[],
  { questions }: Pick<Report, 'questions'>,
): string[] {
  if (changes.length === 0) return ['No score and no point changed.']
  return changes.map((change) => {
    const { what, name, questionId, before, after } = change
    const title = questions.find(({ id }) => id === questionId)?.title
    const where = title === undefined || what === 'question' ? '' : `${title}, `
    const subject = what === 'point' ? quoteName(name) : name
    return `${where}${subject}: ${word(what, before)} → ${word(what, after)}`
  })
}

function word(what: ReportChange['what'], value: ReportChange['before']): string {
  switch (what) {
    case 'verdict':
      return Object.entries(verdictWords).find(([id]) => id === value)?.[1] ?? NOT_SCORED
    case 'point':
      return pointWords(value)
    case 'overall':
    case 'dimension':
    case 'question':
    case 'sub-score':
      return value ?? NOT_SCORED
  }
}

function pointWords(value: ReportChange['before']): string {
  if (value === null) return 'not asked for'
  return value.replace('full', 'heard in full').replace('partly', 'heard in part')
}
