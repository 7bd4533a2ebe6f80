import { placeEvents } from '../../domain/interview/place-events.ts'
import { atMostHourly } from '../at-most-hourly.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'
import { recordingsPrefix } from '../recording-keys.ts'
import { deleteRecording } from './delete-recording.ts'
import { recordingKeptUntil } from '../recording-kept-until.ts'

/**
 * Deletes recordings whose time is over, and those whose session is gone. The report then says nothing of a recording, as when
 * the candidate had taken back the agreement. It looks once an hour, whoever sweeps.
 */
export async function expireRecordings(dependencies: Dependencies): Promise<void> {
  if (!(await atMostHourly(dependencies, 'recordings'))) return
  const { blobs, sessions, now } = dependencies
  const keys = (await blobs.list(recordingsPrefix)).map(({ key }) => key)
  const ids = new Set(keys.map((key) => key.slice(recordingsPrefix.length).split('/', 1)[0] ?? ''))
  for (const id of ids) {
    const session = await sessions.find(id)
    if (!session) await deleteRecording(blobs, id)
    else if (now() >= recordingKeptUntil(session.state)) await withdraw(dependencies, session)
  }
}

/** The log first: a report must not lead to a recording that is gone. Of a conflict the next sweep hears. */
async function withdraw({ blobs, sessions, now }: Dependencies, session: Session): Promise<void> {
  await sessions.inTurn(session.id, async () => {
    const events = placeEvents(session.state, [{ kind: 'recording-agreed', on: false }], 'retention', now())
    if ((await sessions.append(session, events)) === 'conflict') return
    await deleteRecording(blobs, session.id)
  })
}
