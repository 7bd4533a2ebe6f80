const FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** A day such as `2026-11-27`, worded: 27 November 2026. */
export function formatDay(day: string): string {
  return FORMAT.format(new Date(`${day}T00:00:00Z`))
}
