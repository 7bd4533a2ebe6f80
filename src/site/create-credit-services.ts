import { admit } from '../api/admit.ts'
import type { Dependencies } from '../api/dependencies.ts'
import { claimOrder } from '../api/usecases/claim-order.ts'
import { openCheckout } from '../api/usecases/open-checkout.ts'
import { previewAdoption } from '../api/usecases/preview-adoption.ts'
import { viewCredits } from '../api/usecases/view-credits.ts'
import type { CreditServices } from './credit-services.ts'
import { OrderLink } from '../wire/credits.ts'
import { toOutcome } from './to-outcome.ts'

/** The pages about money. `isHttps`: how the request came; `address`: where from (see clientAddress). */
export function createCreditServices(
  dependencies: Dependencies,
  isHttps: boolean,
  address: string | null,
): CreditServices {
  const { cookie, links, background } = dependencies
  const ownerOf = (header: string | null) => cookie.read(header, isHttps)
  return {
    view: (header) => viewCredits(dependencies, ownerOf(header)),
    async openCheckout(asked, header, origin) {
      const known = ownerOf(header)
      const owner = known ?? cookie.newOwner()
      const opening = admit(dependencies, 'checkout', { owner, address }).then(() =>
        openCheckout(dependencies, owner, asked, origin),
      )
      const opened = await toOutcome(opening)
      if (!opened?.ok) {
        if (opened?.fault.code.startsWith('checkout-')) background(opening.then(() => undefined))
        return opened
      }
      const setCookie = known === undefined ? cookie.write(owner, isHttps) : null
      return { ok: true, value: { url: opened.value, setCookie } }
    },
    async claim(signedFor, query) {
      const link = query.get(signedFor === 'account' ? 'account' : 'link') ?? undefined
      const ownerId = links.read(signedFor, link)
      const named = OrderLink.safeParse(Object.fromEntries(query))
      if (ownerId === undefined || !named.success) return
      const { order: orderId, id: identifier } = named.data
      const claiming = admit(dependencies, 'link', { owner: ownerId, address }).then(() =>
        claimOrder(dependencies, { ownerId, orderId, identifier }),
      )
      background(claiming)
      await claiming.catch(() => undefined)
    },
    async weigh(link, header) {
      const adopted = links.read('receipt', link)
      return adopted === undefined ? null : previewAdoption(dependencies, adopted, ownerOf(header))
    },
    restore(link) {
      const adopted = links.read('receipt', link)
      return adopted === undefined ? null : cookie.write(adopted, isHttps)
    },
  }
}
