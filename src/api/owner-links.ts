import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same-secret.ts'

/** What a signed owner is good for; one kind never counts as another. */
type Purpose = 'account' | 'receipt'

/** Makes and reads owners that are signed for one purpose: `owner.signature`, some 70 letters, digits and . _ - */
export interface OwnerLinks {
  /** `account`: says whose a purchase is. `receipt`: opens the account for whoever has it. Both are good for ever. */
  sign(purpose: Purpose, ownerId: string): string
  /** The owner; undefined when its signature is wrong or for something else. */
  read(purpose: Purpose, text: string | undefined): string | undefined
}

/** Signed with HMAC-SHA256 under keys derived from the server's secret, one a purpose. */
export function createOwnerLinks(secret: string): OwnerLinks {
  const sign = (purpose: Purpose, ownerId: string) => {
    const key = createHmac('sha256', secret).update(`offhook ${purpose} link 1`).digest()
    return createHmac('sha256', key).update(ownerId).digest('base64url')
  }
  return {
    sign: (purpose, ownerId) => `${ownerId}.${sign(purpose, ownerId)}`,
    read(purpose, text) {
      const [ownerId, signature, ...rest] = text?.split('.') ?? []
      if (!ownerId || !signature || rest.length > 0) return undefined
      return isSameSecret(signature, sign(purpose, ownerId)) ? ownerId : undefined
    },
  }
}
