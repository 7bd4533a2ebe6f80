import type { SessionSummary } from '../wire/sessions.ts'

/** What a practice is called in lists and headings. */
export function practiceName({
  kind,
  about,
}: Pick<NonNullable<SessionSummary['practice']>, 'kind' | 'about'>): string {
  return kind === 'drill' ? `Drill: ${about ?? 'one thing that was missed'}` : 'One question again'
}
