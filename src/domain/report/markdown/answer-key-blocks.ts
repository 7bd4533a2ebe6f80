import type { RootContent } from 'mdast'
import { formatClock } from '../format-clock.ts'
import type { AnswerKeyEntry, Report } from '../report.ts'
import { formatRange } from './format-range.ts'
import { diff, heading, paragraph, paragraphs } from './tree-parts.ts'

const outcomes: Record<AnswerKeyEntry['outcome'], string> = {
  unaided: 'Found unaided',
  hinted: 'Found after a hint',
  missed: 'Missed',
  'false-alarm': 'False alarm: this code is right',
}

/** Every issue of the shown code and every false alarm, with its fix as a diff; nothing when no code was shown. */
export function answerKeyBlocks({ answerKey, questions }: Report): RootContent[] {
  if (answerKey.length === 0) return []
  return [
    heading(2, 'Answer key'),
    ...answerKey.flatMap((entry) => {
      const snippet = questions.find(({ id }) => id === entry.snippetId)
      return entryBlocks(entry, snippet?.title)
    }),
  ]
}

function entryBlocks(entry: AnswerKeyEntry, snippet: string | undefined): RootContent[] {
  const { title, lines, outcome, startMs, rootCause, fix, test } = entry
  const where = `${formatRange(lines)}${snippet === undefined ? '' : ` of ${snippet}`}`
  const when = startMs === undefined || outcome === 'missed' ? '' : `, at ${formatClock(startMs)}`
  return [
    heading(3, title),
    ...paragraph(`${outcomes[outcome]}, ${where}${when}`),
    ...paragraphs(rootCause),
    ...diff(fix),
    ...(test === '' ? [] : paragraphs(test, 'How to test it:')),
  ]
}
