const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const minute = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
})

/** A moment for a reader: `19 November 2026, 14:05 UTC`. Takes ISO 8601; throws a RangeError on anything else. */
export function formatDate(iso: string): string {
  const date = new Date(iso)
  return `${day.format(date)}, ${minute.format(date)} UTC`
}
