import type { Dependencies } from '../api/dependencies.ts'
import { vendorErasures } from '../api/erasure-keys.ts'
import { deleteEverything } from '../api/usecases/delete-everything.ts'
import { deleteSession } from '../api/usecases/delete-session.ts'
import { listShares } from '../api/usecases/list-shares.ts'
import { openShared } from '../api/usecases/open-shared.ts'
import { previewAdoption } from '../api/usecases/preview-adoption.ts'
import { revokeShares } from '../api/usecases/revoke-shares.ts'
import { shareReport } from '../api/usecases/share-report.ts'
import { codeOf } from '../domain/report/view/code-of.ts'
import type { AccountServices } from './account-services.ts'
import { highlightedLines } from './highlighted-lines.ts'
import { toOutcome } from './to-outcome.ts'

/** Sharing, deleting and moving, for the pages. `isHttps` says which owner cookie the request carries. */
export function createAccountServices(dependencies: Dependencies, isHttps: boolean): AccountServices {
  const { cookie, log, records, bank, oneTimeLinks } = dependencies
  const ownerOf = (header: string | null) => cookie.read(header, isHttps)
  return {
    share: (id, parts, header) => toOutcome(shareReport(dependencies, id, ownerOf(header), parts)),
    async shares(id, header) {
      const listed = await toOutcome(listShares(dependencies, id, ownerOf(header)))
      return listed?.ok ? listed.value : []
    },
    revoke: (id, shareId, header) => toOutcome(revokeShares(dependencies, id, ownerOf(header), shareId)),
    async shared(link) {
      const opened = await toOutcome(openShared(dependencies, link))
      if (!opened?.ok) return null
      const { report, parts } = opened.value
      return { report, parts, code: codeOf(report, bank.snippets, highlightedLines) }
    },
    deleteSession: (id, header) => toOutcome(deleteSession(dependencies, id, ownerOf(header))),
    async deleteEverything(header) {
      const deleted = await toOutcome(deleteEverything(dependencies, ownerOf(header)))
      return deleted?.ok
        ? { ok: true, value: { ...deleted.value, setCookie: cookie.forget(isHttps) } }
        : deleted
    },
    async pendingErasures(header) {
      const owner = ownerOf(header)
      return owner === undefined ? 0 : (await records.list(vendorErasures(owner))).length
    },
    async moveLink(header) {
      const owner = ownerOf(header)
      if (owner === undefined || (await log.listByOwner(owner)).length === 0) return null
      const made = await toOutcome(oneTimeLinks.make(owner))
      return made?.ok ? { ok: true, value: `/move/${made.value}` } : made
    },
    async previewMove(token, header) {
      const wanted = await oneTimeLinks.look(token)
      return wanted === undefined ? null : previewAdoption(dependencies, wanted, ownerOf(header))
    },
    async move(token) {
      const owner = await oneTimeLinks.use(token)
      return owner === undefined ? null : cookie.write(owner, isHttps)
    },
  }
}
