import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { callKey } from '../recording-keys.ts'
import { findWantedCall } from './find-wanted-call.ts'
import { keepRecording } from './keep-recording.ts'

/**
 * Keeps the voice service's recording of a call, if the session wants it: see findWantedCall.
 * @throws Fault `busy`
 */
export async function keepCallAudio(
  dependencies: Dependencies,
  conversationId: string,
  sessionId: string,
  audio: Uint8Array,
): Promise<void> {
  const session = await dependencies.sessions.find(sessionId)
  const stored = session && (await findWantedCall(dependencies.blobs, session, conversationId))
  if (!session || !stored) return
  try {
    await keepRecording(
      dependencies,
      session,
      { key: callKey(sessionId, conversationId), bytes: audio },
      stored,
    )
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'recording-not-agreed')) throw error
  }
}
