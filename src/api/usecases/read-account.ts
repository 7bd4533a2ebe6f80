import type { Account } from '../../domain/ledger/account.ts'
import { emptyAccount } from '../../domain/ledger/account.ts'
import { foldLedger } from '../../domain/ledger/fold-ledger.ts'
import type { Ledger } from '../dependencies.ts'

/** An owner's account; an empty one for somebody who never bought, and for nobody. */
export async function readAccount(ledger: Ledger, ownerId: string | undefined): Promise<Account> {
  return ownerId === undefined
    ? emptyAccount
    : (await ledger.read(ownerId, 0)).reduce(foldLedger, emptyAccount)
}
