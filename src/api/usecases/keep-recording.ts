import { placeEvents } from '../../domain/interview/place-events.ts'
import type { StoredRecording } from '../../domain/interview/state.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import type { Session } from '../session-store.ts'

/** Appends by other processes that are waited out before giving up. */
const ATTEMPTS = 5

/**
 * Keeps bytes of a recording and tells of it in the log, once a `stored.href`. The caller has made sure that the candidate
 * agrees, in `session` as it was read; an agreement taken back while the bytes were being written takes them along.
 * @throws Fault `recording-not-agreed` when it was, `busy`
 */
export async function keepRecording(
  { blobs, sessions, now }: Dependencies,
  session: Session,
  blob: { key: string; bytes: Uint8Array },
  stored: StoredRecording,
): Promise<void> {
  const { id } = session
  await blobs.put(blob.key, blob.bytes)
  const found = await sessions.find(id)
  const since = found?.events.slice(session.events.length) ?? []
  if (!found || since.some(({ kind }) => kind === 'recording-agreed')) {
    await blobs.delete(blob.key)
    throw new Fault('recording-not-agreed', 'The agreement to be recorded was taken back.')
  }
  if (isToldOf(found, stored)) return
  await sessions.inTurn(id, async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const latest = await sessions.find(id)
      if (!latest?.state.recordingAgreed || isToldOf(latest, stored)) return
      const cause = `recording:${latest.state.seq}`
      const events = placeEvents(latest.state, [{ kind: 'recording-stored', ...stored }], cause, now())
      if ((await sessions.append(latest, events)) !== 'conflict') return
    }
    throw new Fault('busy', 'The session kept changing while its recording was being kept.')
  })
}

function isToldOf({ state }: Session, { href }: StoredRecording): boolean {
  return state.recordings.some((recording) => recording.href === href)
}
