import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { OpenAudio } from '../open-wav.ts'
import { openRecording } from './open-recording.ts'
import { openShared } from './open-shared.ts'

/**
 * The recording behind a link that it goes along with.
 * @throws Fault `not-found`
 */
export async function openSharedRecording(
  dependencies: Dependencies,
  link: string,
  conversationId: string | undefined,
): Promise<OpenAudio> {
  const { parts, sessionId, ownerId } = await openShared(dependencies, link)
  if (!parts.audio)
    throw new Fault('not-found', 'There is nothing here.', 'The link may have been revoked by who sent it.')
  return openRecording(dependencies, sessionId, ownerId, conversationId)
}
