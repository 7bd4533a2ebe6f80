/**
 * What the work comes to, if it does within so many ms.
 * @throws what the work throws; or `failure()` after that time, or when the signal is aborted
 */
export async function withinTime<T>(
  work: Promise<T>,
  { ms, signal, failure }: { ms: number; signal: AbortSignal; failure: () => Error },
): Promise<T> {
  const late = Promise.withResolvers<never>()
  const giveUp = () => late.reject(failure())
  const timer = setTimeout(giveUp, ms)
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
  }
}
