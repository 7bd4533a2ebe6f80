import type { Band } from './expected.ts'
import type { Finding, Outcome } from './grade-interview.ts'

/** The outcome of one interview for a reader, a line each: bands, then what was missed and invented, with its words. */
export function sayOutcome(outcome: Outcome): string[] {
  const { id, expected, found, missed, invented, forbidden, bands, quotes, verdict } = outcome
  const say = (mark: string) => (finding: Finding) =>
    `  ${mark} ${finding.question} ${finding.point}: "${finding.quote}"`
  return [
    `${id}: ${found.length} of ${expected} found, ${invented.length} invented, ${forbidden.length} of them forbidden, ${quotes.verbatim} of ${quotes.all} quotes verbatim, ${verdict}`,
    `  ${bands.map(({ name, score, band, met }) => `${name} ${score ?? 'none'}${met ? '' : ` (not ${sayBand(band)})`}`).join(', ')}`,
    ...missed.map(say('missed   ')),
    ...invented.filter((item) => !forbidden.includes(item)).map(say('invented ')),
    ...forbidden.map(say('forbidden')),
  ]
}

function sayBand({ span, orNone }: Band): string {
  const none = orNone ? ['none'] : []
  return [...(span ? [span[0] === span[1] ? `${span[0]}` : `${span[0]}-${span[1]}`] : []), ...none].join(
    ' or ',
  )
}
