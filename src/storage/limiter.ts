/** At most `most` in any `windowMs` milliseconds, for whom or what `key` names. */
export interface Allowance {
  key: string
  most: number
  windowMs: number
}

/** `retryAfterMs`: from then on the same would be admitted, if nobody else comes first. */
export type Admission = { ok: true } | { ok: false; retryAfterMs: number }

/**
 * Counts what is done, exactly: a window slides with every request, and what was refused counts for nothing. Nothing is
 * known of a key longer than its window.
 */
export interface Limiter {
  /**
   * Counts one against all of the allowances, or, when one of them is used up, against none; in one atomic step.
   * @throws StorageFailure when the store could not do it: then nobody may be admitted
   */
  take(allowances: readonly Allowance[]): Promise<Admission>
  close(): Promise<void>
}
