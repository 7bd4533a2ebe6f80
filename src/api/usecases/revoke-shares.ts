import type { Dependencies } from '../dependencies.ts'
import { revoke } from '../revoke.ts'

/**
 * Makes links of a report worthless: the one named, or all of them. One that is not there is revoked already.
 * @throws Fault `not-found` for the report
 */
export async function revokeShares(
  { sessions, records }: Dependencies,
  sessionId: string,
  ownerId: string | undefined,
  shareId?: string,
): Promise<void> {
  await sessions.own(sessionId, ownerId)
  await revoke(records, sessionId, shareId)
}
