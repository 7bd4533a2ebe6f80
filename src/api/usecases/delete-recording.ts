import type { BlobStore } from '../../storage/blob-store.ts'
import { recordingPrefix } from '../recording-keys.ts'

/** Removes everything that was recorded of a session, for good. */
export async function deleteRecording(blobs: BlobStore, sessionId: string): Promise<void> {
  for (const { key } of await blobs.list(recordingPrefix(sessionId))) await blobs.delete(key)
}
