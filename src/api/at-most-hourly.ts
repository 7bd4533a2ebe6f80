import type { Dependencies } from './dependencies.ts'

const HOUR_MS = 60 * 60 * 1000

/** Whether a chore is due that looks at a lot: once an hour, whoever sweeps. */
export function atMostHourly(
  { records, now }: Pick<Dependencies, 'records' | 'now'>,
  chore: string,
): Promise<boolean> {
  return records.putNew(`sweep/${chore}`, '', { expiresAt: now() + HOUR_MS })
}
