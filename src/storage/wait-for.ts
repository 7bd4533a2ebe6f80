import type { Allowance } from './limiter.ts'

/**
 * How long one more has to wait, in ms; 0 when it need not.
 * @param counted the moments that count in the window that ends now, from the first to the last
 */
export function waitFor({ most, windowMs }: Allowance, counted: readonly number[], now: number): number {
  const freesPlace = counted[counted.length - most]
  return freesPlace === undefined ? 0 : freesPlace + windowMs - now
}
