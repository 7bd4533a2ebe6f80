import type { Dependencies } from '../dependencies.ts'
import { erasures, vendorErasures } from '../erasure-keys.ts'
import { erase, Erasure } from './erase.ts'

/** A request that began before a deletion is over after this, in ms: until then the deletion is done again. */
const SETTLED_MS = 10 * 60 * 1000

/**
 * Finishes deletions: those that were broken off, what requests wrote that were under way, and what the voice service still
 * keeps. What cannot be deleted now is tried again by the next sweep; `logError` hears why.
 */
export async function finishErasures(
  dependencies: Dependencies,
  logError: (error: unknown) => void,
): Promise<void> {
  const { records, callArchive, now } = dependencies
  for (const key of await records.list(erasures)) {
    const kept = await records.get(key)
    if (kept === undefined) continue
    const erasure = Erasure.parse(JSON.parse(kept))
    await erase(dependencies, erasure)
    if (now() - erasure.at > SETTLED_MS) await records.delete(key)
  }
  if (!callArchive) return
  for (const key of await records.list(vendorErasures())) {
    try {
      await callArchive.forget(key.slice(key.lastIndexOf('/') + 1))
      await records.delete(key)
    } catch (error) {
      logError(error)
    }
  }
}
