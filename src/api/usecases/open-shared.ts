import { redactReport } from '../../domain/report/redact-report.ts'
import type { Report } from '../../domain/report/report.ts'
import type { SharedParts } from '../../wire/share.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { readShare } from '../read-share.ts'

/** A report as a link shows it. */
export interface SharedReport {
  report: Report
  parts: SharedParts
  /** Whose it is: never sent. */
  sessionId: string
  ownerId: string
}

/**
 * What a link shows. A link that was revoked, was never made, or whose session is gone is all the same.
 * @throws Fault `not-found`
 */
export async function openShared(
  { records, sessions, shareLinks }: Dependencies,
  link: string,
): Promise<SharedReport> {
  const shareId = shareLinks.shareIdOf(link)
  const share = shareId === undefined ? undefined : await readShare(records, shareId)
  const session = share && (await sessions.find(share.sessionId))
  const report = session?.state.report
  if (!share || !session || !report) {
    throw new Fault('not-found', 'There is nothing here.', 'The link may have been revoked by who sent it.')
  }
  const { parts, sessionId } = share
  const toHref = (href: string) =>
    href.replace(`/api/sessions/${sessionId}/recording`, `/api/shared/${link}/recording`)
  return { report: redactReport(report, parts, toHref), parts, sessionId, ownerId: session.state.ownerId }
}
