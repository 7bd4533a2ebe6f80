import type { ShareLink, SharedParts } from '../../wire/share.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { shareKey, sharesOf } from '../share-keys.ts'
import { listShares } from './list-shares.ts'
import { readReport } from './read-report.ts'

/** Links of one report at most. */
const MOST_LINKS = 20

/**
 * Makes a link by which anybody can read a report with the parts chosen, until it is revoked.
 * @throws Fault `not-found`, `report-not-ready`, `too-many-links`
 */
export async function shareReport(
  dependencies: Dependencies,
  sessionId: string,
  ownerId: string | undefined,
  parts: SharedParts,
): Promise<ShareLink> {
  await readReport(dependencies, sessionId, ownerId)
  const { records, newId, now, shareLinks } = dependencies
  if ((await listShares(dependencies, sessionId, ownerId)).length >= MOST_LINKS)
    throw new Fault('too-many-links', `This report has ${MOST_LINKS} links.`)
  const shareId = newId()
  const createdAt = new Date(now()).toISOString()
  await records.put(sharesOf(sessionId) + shareId, '')
  await records.put(shareKey(shareId), JSON.stringify({ sessionId, parts, createdAt }))
  return { shareId, href: `/shared/${shareLinks.linkOf(shareId)}`, parts, createdAt }
}
