import type { Dependencies } from '../dependencies.ts'
import { awaitedKey } from '../recording-keys.ts'
import { findWantedCall } from './find-wanted-call.ts'

/** Stops waiting for news of a call once it is over and no recording of it is to be fetched. */
export async function settleCall(
  { blobs, sessions }: Dependencies,
  conversationId: string,
  sessionId: string,
): Promise<void> {
  const session = await sessions.find(sessionId)
  const call = session?.state.calls.find((known) => known.conversationId === conversationId)
  if (session && (!call?.ended || (await findWantedCall(blobs, session, conversationId)))) return
  await blobs.delete(awaitedKey(conversationId, sessionId))
}
