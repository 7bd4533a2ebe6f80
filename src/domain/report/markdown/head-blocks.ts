import type { RootContent } from 'mdast'
import type { Report } from '../report.ts'
import { reportName } from '../report-name.ts'
import { spreadWords } from '../spread-words.ts'
import { verdictWords } from '../verdict-words.ts'
import { heading, paragraph } from './tree-parts.ts'

const levels: Record<Report['level'], string> = {
  senior: 'senior bar',
  mid: 'senior bar, advice for mid level',
}

/** What was rehearsed, the verdict, and who graded. */
export function headBlocks(report: Report): RootContent[] {
  const { track, createdAt, level, overall, verdict, grader } = report
  const mean = overall === null ? 'not scored' : `${overall.toFixed(1)} of 4`
  const { finder, version, spread, degraded } = grader
  return [
    heading(1, `${reportName(report)}: ${track.name}`),
    ...paragraph(`${createdAt} · ${levels[level]} · overall ${mean} · ${verdictWords[verdict]}`),
    ...paragraph(
      [
        `Graded by the ${finder} finder, version ${version}.`,
        spread === undefined ? '' : `The overall moves by up to ${spread} with ${spreadWords(grader)}.`,
        'Times are from the start of the interview.',
        degraded === undefined ? '' : `Limits: ${degraded}`,
      ].join(' '),
    ),
  ]
}
