import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { OpenAudio } from '../open-wav.ts'
import { openWav } from '../open-wav.ts'
import { callKey, chunkStart, recordingPrefix } from '../recording-keys.ts'

/**
 * What was recorded of a session, for its owner: the voice as this device recorded it, else the first conversation with
 * the voice service; or the conversation that is asked for.
 * @throws Fault `not-found`, also when nothing was recorded
 */
export async function openRecording(
  { blobs, sessions }: Dependencies,
  id: string,
  ownerId: string | undefined,
  conversationId: string | undefined,
): Promise<OpenAudio> {
  const { state } = await sessions.own(id, ownerId)
  const entries = state.recordings.length > 0 ? await blobs.list(recordingPrefix(id)) : []
  const chunks = entries.flatMap(({ key, size }) => {
    const startMs = chunkStart(key)
    return startMs === undefined ? [] : [{ key, startMs, size }]
  })
  if (conversationId === undefined && chunks.length > 0) return openWav(chunks, blobs)
  const wanted = state.calls
    .map((call) => call.conversationId)
    .filter((call) => (conversationId ?? call) === call)
  const call = wanted
    .map((each) => callKey(id, each))
    .find((key) => entries.some((entry) => entry.key === key))
  const entry = entries.find(({ key }) => key === call)
  if (!entry) throw new Fault('not-found', 'There is no recording of this session.')
  return {
    contentType: 'audio/mpeg',
    size: entry.size,
    async read(from, to) {
      const part = await blobs.get(entry.key, { from, to })
      if (!part) throw new Fault('not-found', 'There is no recording of this session.')
      return part.bytes
    },
  }
}
