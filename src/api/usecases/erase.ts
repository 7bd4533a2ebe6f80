import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { vendorErasures } from '../erasure-keys.ts'
import { awaitedPrefix } from '../recording-keys.ts'
import { revoke } from '../revoke.ts'
import { deleteRecording } from './delete-recording.ts'

/** A session that is being deleted, and what has to be known for it once its log is gone. */
export const Erasure = z.object({
  sessionId: z.string(),
  ownerId: z.string(),
  conversations: z.array(z.string()),
  /** When it was asked for, in ms since 1970. */
  at: z.number(),
})
export type Erasure = z.infer<typeof Erasure>

/** Removes what is left of a session. Each step can be broken off and done again; the log goes first, so that nothing is added. */
export async function erase(
  { log, sessions, blobs, records }: Dependencies,
  { sessionId, ownerId, conversations }: Erasure,
): Promise<void> {
  await log.delete(sessionId)
  sessions.forget(sessionId)
  await revoke(records, sessionId)
  await deleteRecording(blobs, sessionId)
  for (const conversation of conversations) {
    await records.put(vendorErasures(ownerId) + conversation, '')
    for (const { key } of await blobs.list(awaitedPrefix(conversation))) await blobs.delete(key)
  }
}
