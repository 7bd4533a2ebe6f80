import type { Dependencies } from '../dependencies.ts'

/** What a browser is told before it takes over an account. */
export interface Adoption {
  /** Sessions of the account. */
  sessions: number
  /** Sessions of the account that the browser has now, which it cannot open any more afterwards; 0 where it is the same. */
  leftBehind: number
}

/** What would happen if a browser of `current` took over the account `wanted`. Nothing happens yet. */
export async function previewAdoption(
  { log }: Dependencies,
  wanted: string,
  current: string | undefined,
): Promise<Adoption> {
  const own = current === undefined || current === wanted ? [] : await log.listByOwner(current)
  return { sessions: (await log.listByOwner(wanted)).length, leftBehind: own.length }
}
