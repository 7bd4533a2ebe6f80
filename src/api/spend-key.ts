/** What the keys of all entered spending begin with. */
export const spendPrefix = 'operator/spend/'

/** Where it is counted what was spent on a day: the one that `ms` (since 1970) is in, UTC. */
export function spendKey(ms: number): string {
  return spendPrefix + new Date(ms).toISOString().slice(0, 10)
}
