import type { Dependencies } from '../dependencies.ts'
import { readAccount } from './read-account.ts'

/** What an owner has. */
export interface Holding {
  sessions: number
  /** Credits that can be spent or are held. */
  credits: number
}

/** What a browser is told before it takes over an account. */
export interface Adoption {
  /** It is the browser's own already. */
  isOwn: boolean
  /** What the account has. */
  gets: Holding
  /** What the browser has now and cannot open any more afterwards; nothing where it is the same account. */
  leaves: Holding
}

/** What would happen if a browser of `current` took over the account `wanted`. Nothing happens yet. */
export async function previewAdoption(
  dependencies: Pick<Dependencies, 'log' | 'ledger'>,
  wanted: string,
  current: string | undefined,
): Promise<Adoption> {
  const isOwn = wanted === current
  const [gets, leaves] = await Promise.all([
    holdingOf(dependencies, wanted),
    holdingOf(dependencies, isOwn ? undefined : current),
  ])
  return { isOwn, gets, leaves }
}

async function holdingOf(
  { log, ledger }: Pick<Dependencies, 'log' | 'ledger'>,
  ownerId: string | undefined,
): Promise<Holding> {
  if (ownerId === undefined) return { sessions: 0, credits: 0 }
  const [sessions, { balance, held }] = await Promise.all([
    log.listByOwner(ownerId),
    readAccount(ledger, ownerId),
  ])
  return { sessions: sessions.length, credits: balance + held }
}
