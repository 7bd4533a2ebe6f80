import type { Adoption } from '../api/usecases/preview-adoption.ts'
import type { AskCheckout, Credits } from '../wire/credits.ts'
import type { Outcome } from './to-outcome.ts'

/** What the pages about money ask of the server. */
export interface CreditServices {
  view(cookieHeader: string | null): Promise<Credits>
  /** `origin`: of this site. `setCookie` is a whole `Set-Cookie` value, or null when the browser has its cookie already. */
  openCheckout(
    asked: AskCheckout,
    cookieHeader: string | null,
    origin: string,
  ): Promise<Outcome<{ url: string; setCookie: string | null }> | null>
  /**
   * Credits an order that a link from the seller names to the account that the link is signed for, where no webhook has.
   * Whatever does not fit is let by; what cannot be asked now is asked later.
   */
  claim(signedFor: 'account' | 'receipt', query: URLSearchParams): Promise<void>
  /** What opening a receipt's link on this browser comes to; null for a link that is none of ours. */
  weigh(link: string, cookieHeader: string | null): Promise<Adoption | null>
  /** The `Set-Cookie` value that opens the account of a receipt's link; null for a link that is none of ours. */
  restore(link: string): string | null
}
