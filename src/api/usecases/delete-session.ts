import type { Dependencies } from '../dependencies.ts'
import { erasures } from '../erasure-keys.ts'
import { captureCredit } from './capture-credit.ts'
import { erase } from './erase.ts'

/**
 * Deletes a session for good: its log, recordings and links, and the conversations with the voice service, which are deleted
 * there as soon as it confirms. From the first moment it is answered like one that never was. Broken off anywhere, the next sweep
 * finishes it.
 * @throws Fault `not-found`
 */
export async function deleteSession(
  dependencies: Dependencies,
  sessionId: string,
  ownerId: string | undefined,
): Promise<void> {
  const { sessions, records, now } = dependencies
  await sessions.inTurn(sessionId, async () => {
    const { state } = await sessions.own(sessionId, ownerId)
    await captureCredit(dependencies, sessionId)
    const conversations = state.calls.map(({ conversationId }) => conversationId)
    const erasure = { sessionId, ownerId: state.ownerId, conversations, at: now() }
    await records.put(erasures + sessionId, JSON.stringify(erasure))
    await erase(dependencies, erasure)
  })
}
