import type { Dependencies } from '../dependencies.ts'
import { readAccount } from './read-account.ts'

/** What an account holds, as far as a visitor is told before taking it over. */
export interface Holding {
  sessions: number
  /** Credits that can be spent or are held. */
  credits: number
}

/** What a browser gets and leaves behind when it takes over another account. */
export interface Adoption {
  /** It is this browser's already. */
  isOwn: boolean
  gets: Holding
  leaves: Holding
}

/**
 * Weighs that a browser of one owner takes over the account of another. Nothing is copied or changed: who takes it over gets
 * the other's cookie, once they have confirmed it.
 * @param ownerId of this browser; undefined for one that has none
 */
export async function adoptOwner(
  dependencies: Dependencies,
  ownerId: string | undefined,
  adoptedId: string,
): Promise<Adoption> {
  const [gets, leaves] = await Promise.all([
    holdingOf(dependencies, adoptedId),
    holdingOf(dependencies, ownerId),
  ])
  return { isOwn: ownerId === adoptedId, gets, leaves }
}

async function holdingOf({ log, ledger }: Dependencies, ownerId: string | undefined): Promise<Holding> {
  if (ownerId === undefined) return { sessions: 0, credits: 0 }
  const [sessions, { balance, held }] = await Promise.all([
    log.listByOwner(ownerId),
    readAccount(ledger, ownerId),
  ])
  return { sessions: sessions.length, credits: balance + held }
}
