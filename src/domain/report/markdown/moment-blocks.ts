import type { RootContent } from 'mdast'
import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'
import { heading, list } from './tree-parts.ts'

type Moment = Report['moments'][number]

const kinds: Record<Moment['kind'], string> = {
  strong: 'Strong',
  weak: 'Weak',
  marked: 'Marked by you',
  note: 'Your note',
}

/** Strong and weak moments and the candidate's own marks and notes; nothing without any. */
export function momentBlocks(moments: readonly Moment[]): RootContent[] {
  if (moments.length === 0) return []
  return [heading(2, 'Moments'), ...list(moments.map(momentLine))]
}

function momentLine({ kind, startMs, note }: Moment): string {
  return `${formatClock(startMs)} ${kinds[kind]}${note === undefined ? '' : `: ${note}`}`
}
