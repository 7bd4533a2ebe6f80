import type { Account } from '../../domain/ledger/account.ts'
import type { NewFact } from '../../domain/ledger/ledger-fact.ts'
import { foldLedger } from '../../domain/ledger/fold-ledger.ts'
import { placeFacts } from '../../domain/ledger/place-facts.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { readAccount } from './read-account.ts'

/** Appends by others that are waited out before giving up: of as many that race, each time one at least is done. */
const ATTEMPTS = 50

/**
 * Reads an account, decides, and appends what was decided after the fact that was read; when somebody else appended first,
 * it decides again. The facts are durable when this resolves with the account after them.
 * @throws Fault `busy`, and what `decide` throws
 */
export async function changeAccount(
  { ledger, now }: Pick<Dependencies, 'ledger' | 'now'>,
  ownerId: string,
  decide: (account: Account) => NewFact[],
): Promise<Account> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const account = await readAccount(ledger, ownerId)
    const facts = placeFacts(account.seq, decide(account), now())
    if (facts.length === 0) return account
    if ((await ledger.append(ownerId, account.seq, facts, ownerId)) === 'ok')
      return facts.reduce(foldLedger, account)
  }
  throw new Fault(
    'busy',
    'The account kept changing at the same time.',
    'Try again: nothing was taken for this.',
  )
}
