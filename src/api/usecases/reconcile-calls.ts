import { z } from 'zod'
import type { CallArchive } from '../../voice/call-service.ts'
import type { Dependencies } from '../dependencies.ts'
import { awaitedPrefix } from '../recording-keys.ts'
import { findWantedCall } from './find-wanted-call.ts'
import { keepCallAudio } from './keep-call-audio.ts'
import { recordCallEnd } from './record-call-end.ts'

const Awaited = z.object({ sessionId: z.string(), conversationId: z.string(), since: z.number() })
type Awaited = z.infer<typeof Awaited>

/** A session in which something happened so lately is in its call, in ms. */
const QUIET_MS = 2 * 60 * 1_000
/** After so long nobody will tell any more, in ms. */
const GIVE_UP_MS = 3 * 24 * 60 * 60 * 1_000

/**
 * Asks the voice service after the calls of which it has not told by itself: how they ended, and their recordings where
 * the candidate agreed. Then it has the service delete what it keeps of them. A call that cannot be asked after now is
 * asked after the next time; `logError` hears why.
 * @throws StorageFailure when it cannot be read which calls they are
 */
export async function reconcileCalls(
  dependencies: Dependencies,
  archive: CallArchive,
  logError: (error: unknown) => void,
): Promise<void> {
  for (const { key } of await dependencies.blobs.list(awaitedPrefix())) {
    try {
      const note = await dependencies.blobs.get(key)
      if (!note) continue
      const awaited = Awaited.parse(JSON.parse(new TextDecoder().decode(note.bytes)))
      if (!(await askAfter(dependencies, archive, awaited))) await dependencies.blobs.delete(key)
    } catch (error) {
      logError(error)
    }
  }
}

/** Whether to ask again. */
async function askAfter(
  dependencies: Dependencies,
  archive: CallArchive,
  { conversationId, sessionId, since }: Awaited,
): Promise<boolean> {
  const { sessions, now } = dependencies
  const session = await sessions.find(sessionId)
  if (!session || now() - since > GIVE_UP_MS) return false
  const { phase, createdAt, lastAt, calls } = session.state
  if (phase === 'live' && now() - createdAt - lastAt < QUIET_MS) return true
  if (!calls.find((call) => call.conversationId === conversationId)?.ended) {
    const facts = await archive.facts(conversationId)
    if (facts === undefined || facts === 'running') return true
    if (facts.sessionId !== sessionId) return false
    await recordCallEnd(dependencies, facts)
  }
  await fetchAudio(dependencies, archive, conversationId, sessionId)
  if (await isWanted(dependencies, conversationId, sessionId)) return true
  await archive.forget(conversationId)
  return false
}

async function fetchAudio(
  dependencies: Dependencies,
  archive: CallArchive,
  conversationId: string,
  sessionId: string,
): Promise<void> {
  if (!(await isWanted(dependencies, conversationId, sessionId))) return
  const audio = await archive.audio(conversationId)
  if (audio) await keepCallAudio(dependencies, conversationId, sessionId, audio)
}

/** Its recording is to be kept and is not here yet. */
async function isWanted(
  { sessions, blobs }: Dependencies,
  conversationId: string,
  sessionId: string,
): Promise<boolean> {
  const session = await sessions.find(sessionId)
  return session !== undefined && (await findWantedCall(blobs, session, conversationId)) !== undefined
}
