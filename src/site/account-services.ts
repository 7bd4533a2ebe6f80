import type { Adoption } from '../api/usecases/preview-adoption.ts'
import type { Report } from '../domain/report/report.ts'
import type { ShownCode } from '../domain/report/view/code-view.ts'
import type { Deleted } from '../wire/sessions.ts'
import type { SharedParts, ShareLink } from '../wire/share.ts'
import type { Outcome } from './to-outcome.ts'

/** What pages ask about who may see and who owns what. The owner is read from the `Cookie` header. */
export interface AccountServices {
  /** Null for an absent report. */
  share(id: string, parts: SharedParts, cookieHeader: string | null): Promise<Outcome<ShareLink> | null>
  /** The links of a report; none for an absent one. */
  shares(id: string, cookieHeader: string | null): Promise<ShareLink[]>
  /** One link, or all of them. */
  revoke(id: string, shareId: string | undefined, cookieHeader: string | null): Promise<Outcome<void> | null>
  /** What a link shows; null once it is revoked, or was none. */
  shared(
    link: string,
  ): Promise<{ report: Report; parts: SharedParts; code: Record<string, ShownCode> } | null>
  deleteSession(id: string, cookieHeader: string | null): Promise<Outcome<void> | null>
  /** `setCookie` makes the browser forget its owner. */
  deleteEverything(cookieHeader: string | null): Promise<Outcome<Deleted & { setCookie: string }> | null>
  /** Conversations that the voice service has still to delete. */
  pendingErasures(cookieHeader: string | null): Promise<number>
  /** The address, on this site, of a link that moves everything to another device; null for a browser that has nothing. */
  moveLink(cookieHeader: string | null): Promise<Outcome<string> | null>
  /** What a link would do in this browser; null once it is used or over. */
  previewMove(token: string, cookieHeader: string | null): Promise<Adoption | null>
  /** Uses the link: a Set-Cookie value, or null when it was used before. */
  move(token: string): Promise<string | null>
}
