import type { SessionEvent } from '../domain/interview/event.ts'
import type { SessionLog } from '../storage/session-log.ts'
import { StorageFailure } from '../storage/storage-failure.ts'

/**
 * For a log that was read without the end that this process saw in it. One that is gone was deleted and stays so. One that
 * was cut short has lost in a fail-over of the store what had been acknowledged, and gets it back from `seen`, unless it
 * has gone on in another way, which then stands; or the read was behind, and nothing is lost.
 * @param logError hears what was lost
 * @returns whether the log has now what was seen
 * @throws StorageFailure
 */
export async function recoverLog(
  log: SessionLog,
  { id, events: seen }: { id: string; events: readonly SessionEvent[] },
  logError: (error: unknown) => void,
): Promise<boolean> {
  const stored = await log.read(id, 0)
  if (stored.length === 0) return false
  const isCutShort = stored.every((event, index) => event.id === seen[index]?.id)
  const result = isCutShort ? await log.append(id, stored.length, seen.slice(stored.length)) : 'conflict'
  if (result === 'alreadyThere') return true
  const kept = new Set(stored.map((event) => event.id))
  const lost = seen.filter((event) => !kept.has(event.id))
  const outcome = result === 'ok' ? 'are back' : 'stay lost, since it has gone on without them'
  const told = new Error(`${lost.length} events were gone and ${outcome}`)
  logError(new StorageFailure(`keep all of the log ${id}`, told))
  return result === 'ok'
}
