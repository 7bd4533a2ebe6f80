import type { StoredRecording } from '../../domain/interview/state.ts'
import type { BlobStore } from '../../storage/blob-store.ts'
import { callHref, chunkStart, recordingPrefix } from '../recording-keys.ts'
import type { Session } from '../session-store.ts'

/**
 * How the service's recording of a call will be told of, if it is to be kept: the call is over, the candidate had agreed
 * before it began, and neither this device nor the service has given a recording of it. Undefined if it is not.
 *
 * The audio begins when the page told that the call had begun, by our clock: the offset is right to the time that this
 * word took to come.
 */
export async function findWantedCall(
  blobs: BlobStore,
  { id, state }: Session,
  conversationId: string,
): Promise<StoredRecording | undefined> {
  const { recordings, startedAt: zero } = state
  const call = state.calls.find((known) => known.conversationId === conversationId)
  const href = callHref(id, conversationId)
  if (!call?.agreed || !call.ended?.hasAudio || call.startedAt === undefined || zero === undefined)
    return undefined
  if (recordings.some((recording) => recording.href === href)) return undefined
  const { durationMs } = call.ended
  const startMs = call.startedAt - zero
  const chunks = (await blobs.list(recordingPrefix(id))).map(({ key }) => chunkStart(key))
  const isHeard = chunks.some((at) => at !== undefined && at >= startMs && at < startMs + durationMs)
  return isHeard ? undefined : { href, offsetMs: -startMs, lengthMs: durationMs }
}
