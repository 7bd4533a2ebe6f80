import type { Dependencies } from '../dependencies.ts'
import { spendKey, spendPrefix } from '../spend-key.ts'

/** What was entered as spent on the days from `fromMs` to `toMs` (ms since 1970, UTC), in cents. */
export async function readSpend({ records }: Dependencies, fromMs: number, toMs: number): Promise<number> {
  const keys = await records.list(spendPrefix)
  const within = keys.filter((key) => key >= spendKey(fromMs) && key <= spendKey(toMs))
  const entered = await Promise.all(within.map((key) => records.get(key)))
  return entered.reduce((sum, cents) => sum + Number(cents ?? 0), 0)
}
