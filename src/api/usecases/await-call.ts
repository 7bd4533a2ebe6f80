import type { Dependencies } from '../dependencies.ts'
import { awaitedKey } from '../recording-keys.ts'

/** Notes that the end of a call is waited for, so that it is asked after when the service does not tell. */
export async function awaitCall(
  { blobs, now }: Pick<Dependencies, 'blobs' | 'now'>,
  conversationId: string,
  sessionId: string,
): Promise<void> {
  const note = { sessionId, conversationId, since: now() }
  await blobs.put(awaitedKey(conversationId, sessionId), new TextEncoder().encode(JSON.stringify(note)))
}
