import type { OperatorFigures } from '../domain/operator/figures.ts'

/** What the operator's page asks of the server. */
export interface OperatorServices {
  /** A Set-Cookie value for who typed the token; undefined for another text. */
  open(typed: string): string | undefined
  /** The figures; undefined for a browser that the token was not typed in. */
  figures(cookieHeader: string | null): Promise<OperatorFigures | undefined>
  /** Adds to what was spent today, in cents. False, and nothing is kept, for a browser that the token was not typed in. */
  enterSpend(cents: number, cookieHeader: string | null): Promise<boolean>
}
