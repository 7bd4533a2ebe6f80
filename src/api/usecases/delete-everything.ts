import type { Deleted } from '../../wire/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import { vendorErasures } from '../erasure-keys.ts'
import { deleteSession } from './delete-session.ts'

/** Deletes every session of an owner; nothing for a stranger. */
export async function deleteEverything(
  dependencies: Dependencies,
  ownerId: string | undefined,
): Promise<Deleted> {
  if (ownerId === undefined) return { sessions: 0, pending: 0 }
  const { log, records } = dependencies
  const ids = await log.listByOwner(ownerId)
  for (const id of ids) await deleteSession(dependencies, id, ownerId)
  return { sessions: ids.length, pending: (await records.list(vendorErasures(ownerId))).length }
}
