import { z } from 'zod'
import { SharedParts } from '../wire/share.ts'
import type { RecordStore } from '../storage/record-store.ts'
import { shareKey } from './share-keys.ts'

const Share = z.object({ sessionId: z.string(), parts: SharedParts, createdAt: z.string() })
export type Share = z.infer<typeof Share>

/** What a share is of; undefined once it is revoked. */
export async function readShare(records: RecordStore, shareId: string): Promise<Share | undefined> {
  const kept = await records.get(shareKey(shareId))
  return kept === undefined ? undefined : Share.parse(JSON.parse(kept))
}
