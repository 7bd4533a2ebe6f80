import type { RootContent } from 'mdast'
import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'
import { heading, link, list, textNodes } from './tree-parts.ts'

/** What to do next: the plan with the turns it is about, the prompts, and what to read if there is anything. */
export function planBlocks(report: Report): RootContent[] {
  const readings = list(report.readings.map(readingPhrase))
  return [
    heading(2, 'Action plan'),
    ...list(
      report.plan.map((step) => planLine(step, report)),
      'numbers',
    ),
    heading(2, 'Practice prompts'),
    ...list(report.prompts.map(({ text }) => text)),
    ...(readings.length === 0 ? [] : [heading(2, 'Readings'), ...readings]),
  ]
}

function planLine({ text, dimension, turnIds }: Report['plan'][number], report: Report): string {
  const name = report.dimensions.find(({ id }) => id === dimension)?.name ?? dimension
  const turns = report.transcript.filter(({ turnId }) => turnIds.includes(turnId))
  const times = turns.map(({ startMs }) => formatClock(startMs)).join(', ')
  return `${text} (${name}${times === '' ? '' : `; at ${times}`})`
}

function readingPhrase({ title, by, href, minutes }: Report['readings'][number]) {
  return [...link(title, href), ...textNodes(`, ${by}, ${minutes} min`)]
}
