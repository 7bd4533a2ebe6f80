import type { AskCheckout } from '../../wire/credits.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'

/**
 * The address of a page where a product can be paid for this owner's account. From there the browser comes back to the
 * session it left, or to the purchases.
 * @param requestOrigin of this site as the request came, such as `https://offhook.example`; a setting stands over it
 * @throws Fault `nothing-sold`; PaymentsFailure when the seller gives none
 */
export async function openCheckout(
  { payments, links, publicOrigin }: Dependencies,
  ownerId: string,
  { pack: product, sessionId }: AskCheckout,
  requestOrigin: string,
): Promise<string> {
  if (payments.products.length === 0) throw new Fault('nothing-sold', 'Nothing is sold here.')
  const origin = publicOrigin ?? requestOrigin
  const account = links.sign('account', ownerId)
  const query = new URLSearchParams({ account, ...(sessionId ? { session: sessionId } : {}) })
  return payments.openCheckout({
    product,
    account,
    returnTo: `${origin}/bought?${query.toString()}`,
    receiptLink: `${origin}/restore?${new URLSearchParams({ link: links.sign('receipt', ownerId) }).toString()}`,
  })
}
