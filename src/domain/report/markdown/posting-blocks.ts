import type { RootContent } from 'mdast'
import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'
import { formatScore } from './format-score.ts'
import { heading, table } from './tree-parts.ts'

const HEAD = ['Requirement', 'The posting says', 'Tested by', 'Evidence', 'Score']

/** A table of what the posting asks for, row by row as the report has it; nothing without a posting. */
export function postingBlocks({ jd, questions }: Report): RootContent[] {
  if (jd.length === 0) return []
  const rows = jd.map(({ competency, ground, questionId, score, evidence }) => {
    const question = questions.find(({ id }) => id === questionId)
    const quotes = evidence.map(({ quote, startMs }) => `${formatClock(startMs)} "${quote}"`)
    return [competency, ground, question?.title ?? 'not asked about', quotes.join(' '), formatScore(score)]
  })
  return [heading(2, 'Job description'), table(HEAD, rows)]
}
