import { formatClock } from '../format-clock.ts'
import type { Report } from '../report.ts'

/** From the start to the last word, as in `34:10`; empty when nothing was said. */
export function reportLength({ transcript }: Report): string {
  const last = transcript.at(-1)
  return last ? formatClock(last.endMs) : ''
}
