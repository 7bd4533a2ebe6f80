import type { SessionState } from '../../domain/interview/state.ts'
import type { BlobStore } from '../../storage/blob-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { BYTES_PER_MS } from '../open-wav.ts'
import { chunkKey, chunkStart, recordingPrefix } from '../recording-keys.ts'
import { keepRecording } from './keep-recording.ts'

/** No more than this of an interview is recorded, in ms since it started: three hours, 86 MB as one file. */
const LONGEST_MS = 3 * 60 * 60 * 1_000
/** Pieces kept at most: three hours of four-second pieces and half as many again. */
const MOST_CHUNKS = 4_000
/** How far the clock of a device may be ahead of ours, in ms. */
const AHEAD_MS = 10_000

/**
 * Keeps a piece of the candidate's voice, mu-law at 8 kHz, that begins `startMs` after `started`. The same piece again
 * changes nothing.
 * @throws Fault `not-found`, `not-started`, `session-finished`, `recording-not-agreed`, `recording-ahead`,
 * `recording-full`, `invalid` for an empty piece
 */
export async function storeChunk(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  startMs: number,
  bytes: Uint8Array,
): Promise<void> {
  const session = await dependencies.sessions.own(id, ownerId)
  checkWanted(session.state, startMs, dependencies.now())
  if (bytes.length === 0) throw new Fault('invalid', 'body: there is no audio in it.')
  const key = chunkKey(id, startMs)
  await checkRoom(dependencies.blobs, id, key, startMs + bytes.length / BYTES_PER_MS, bytes.length)
  const stored = { href: `/api/sessions/${id}/recording`, offsetMs: 0, lengthMs: LONGEST_MS }
  await keepRecording(dependencies, session, { key, bytes }, stored)
}

function checkWanted(state: SessionState, startMs: number, nowMs: number): void {
  const { phase, startedAt, createdAt, recordingAgreed } = state
  if (phase === 'finished') throw new Fault('session-finished', 'This interview has been finished.')
  if (startedAt === undefined) throw new Fault('not-started', 'The interview has not started.')
  if (!recordingAgreed) {
    throw new Fault('recording-not-agreed', 'The candidate has not agreed to be recorded.')
  }
  if (startMs > nowMs - createdAt - startedAt + AHEAD_MS) {
    throw new Fault('recording-ahead', 'startMs: the interview has not come so far.')
  }
}

async function checkRoom(blobs: BlobStore, id: string, key: string, endMs: number, size: number) {
  const others = (await blobs.list(recordingPrefix(id))).filter((entry) => {
    return entry.key !== key && chunkStart(entry.key) !== undefined
  })
  const total = others.reduce((sum, entry) => sum + entry.size, size)
  if (endMs > LONGEST_MS || others.length >= MOST_CHUNKS || total > LONGEST_MS * BYTES_PER_MS) {
    throw new Fault('recording-full', 'No more of this interview is recorded: three hours are.')
  }
}
