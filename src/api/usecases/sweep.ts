import type { Dependencies } from '../dependencies.ts'
import { expireRecordings } from './expire-recordings.ts'
import { expireSessions } from './expire-sessions.ts'
import { finishErasures } from './finish-erasures.ts'
import { reconcileCalls } from './reconcile-calls.ts'
import { reconcileOrders } from './reconcile-orders.ts'
import { settleCredits } from './settle-credits.ts'

/**
 * One round of the work that no request waits for. Each chore can be broken off anywhere and done again; one that fails
 * keeps no other from being done, and `logError` hears of it.
 */
export async function sweep(dependencies: Dependencies, logError: (error: unknown) => void): Promise<void> {
  const { callArchive } = dependencies
  const chores = [
    () => finishErasures(dependencies, logError),
    () => expireRecordings(dependencies),
    () => expireSessions(dependencies),
    async () => callArchive && reconcileCalls(dependencies, callArchive, logError),
    () => reconcileOrders(dependencies, logError),
    () => settleCredits(dependencies, logError),
  ]
  for (const chore of chores) {
    try {
      await chore()
    } catch (error) {
      logError(error)
    }
  }
}
