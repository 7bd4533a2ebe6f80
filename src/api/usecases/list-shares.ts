import type { ShareLink } from '../../wire/share.ts'
import type { Dependencies } from '../dependencies.ts'
import { readShare } from '../read-share.ts'
import { sharesOf } from '../share-keys.ts'

/**
 * The links that a report can be read by, oldest first.
 * @throws Fault `not-found`
 */
export async function listShares(
  { sessions, records, shareLinks }: Dependencies,
  sessionId: string,
  ownerId: string | undefined,
): Promise<ShareLink[]> {
  await sessions.own(sessionId, ownerId)
  const prefix = sharesOf(sessionId)
  const ids = (await records.list(prefix)).map((key) => key.slice(prefix.length))
  const found = await Promise.all(
    ids.map(async (shareId) => {
      const share = await readShare(records, shareId)
      return share ? [{ ...share, shareId }] : []
    }),
  )
  return found
    .flat()
    .map(({ shareId, parts, createdAt }) => ({
      shareId,
      href: `/shared/${shareLinks.linkOf(shareId)}`,
      parts,
      createdAt,
    }))
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt))
}
