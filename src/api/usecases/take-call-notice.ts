import type { CallNotice } from '../../voice/call-service.ts'
import type { Dependencies } from '../dependencies.ts'
import { awaitedPrefix } from '../recording-keys.ts'
import { keepCallAudio } from './keep-call-audio.ts'
import { recordCallEnd } from './record-call-end.ts'

/**
 * Takes what the voice service tells of a call. The same again changes nothing. Audio that comes before the service has
 * said which session the call was for is let by: it is fetched when that is known.
 * @throws Fault `busy`
 */
export async function takeCallNotice(dependencies: Dependencies, notice: CallNotice): Promise<void> {
  switch (notice.kind) {
    case 'ended':
      return recordCallEnd(dependencies, notice.facts)
    case 'audio': {
      const { conversationId, audio } = notice
      const waiting = await dependencies.blobs.list(awaitedPrefix(conversationId))
      for (const { key } of waiting) {
        const sessionId = key.slice(awaitedPrefix(conversationId).length)
        await keepCallAudio(dependencies, conversationId, sessionId, audio)
      }
      return
    }
    case 'other':
      return
  }
}
