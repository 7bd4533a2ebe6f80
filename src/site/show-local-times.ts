/** Rewrites the page's times, given in UTC, in the viewer's own time zone: `19 November 2026, 15:05`. */
export function showLocalTimes(): void {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  for (const time of document.querySelectorAll('time[datetime]')) {
    const at = new Date(time.getAttribute('datetime') ?? '')
    if (!Number.isNaN(at.getTime())) time.textContent = format.format(at).replace(' at ', ', ')
  }
}
