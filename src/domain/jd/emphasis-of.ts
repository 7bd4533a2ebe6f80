/** 0-1, two decimals: how much weight a competency has, from the sum of its places' weights. */
export function emphasisOf(weight: number): number {
  return Math.round((1 - Math.exp(-weight / 2)) * 100) / 100
}
