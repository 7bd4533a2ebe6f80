import type { RootContent } from 'mdast'
import { formatClock } from '../format-clock.ts'
import type { DimensionResult, Evidence } from '../report.ts'
import { formatRange } from './format-range.ts'
import { formatScore } from './format-score.ts'
import { heading, list, paragraphs } from './tree-parts.ts'

/** A dimension's score, why it is that, every receipt, what would lift it, and the anchors of the score and the one above. */
export function dimensionBlocks(dimension: DimensionResult): RootContent[] {
  const { name, score, why, lift, evidence, anchors } = dimension
  const shown = ([1, 2, 3, 4] as const).filter((level) => level === score || level - 1 === score)
  const head = score === 4 ? 'To keep it' : score === null ? 'To be assessed' : 'To lift it'
  return [
    heading(3, `${name}: ${formatScore(score)}`),
    ...paragraphs(why),
    ...list(evidence.map(receiptLine)),
    ...paragraphs(lift, `${head}:`),
    ...list(shown.map((level) => `A ${level}: ${anchors[level]}`)),
  ]
}

function receiptLine({ polarity, point, quote, startMs, lines }: Evidence): string {
  const where = `${formatClock(startMs)}${lines ? `, ${formatRange(lines)}` : ''}`
  return `${polarity === 'for' ? 'For' : 'Against'}: ${point} (${where}) "${quote}"`
}
