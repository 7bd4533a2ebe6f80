/**
 * Aborts after `ms` of silence. It is counted in two halves, the second from when the first was noticed: a process that
 * was held up, or asleep, reads first what has come in the meantime.
 */
export function patientSignal(ms: number): AbortSignal {
  const controller = new AbortController()
  const over = () => controller.abort(new DOMException(`nothing came in ${ms} ms`, 'AbortError'))
  setTimeout(() => setTimeout(over, ms / 2).unref(), ms / 2).unref()
  return controller.signal
}
