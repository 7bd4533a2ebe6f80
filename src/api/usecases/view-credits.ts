import type { Credits } from '../../wire/credits.ts'
import { CURRENCY } from '../../domain/ledger/product.ts'
import type { Dependencies } from '../dependencies.ts'
import { readAccount } from './read-account.ts'

/** What an owner has, and what can be bought; nothing but the latter for nobody. */
export async function viewCredits(
  { ledger, payments }: Dependencies,
  ownerId: string | undefined,
): Promise<Credits> {
  const { balance, held, used, statement } = await readAccount(ledger, ownerId)
  return {
    balance,
    held,
    used,
    sells: payments.products.map(({ id: pack, name, credits, cents }) => {
      return { pack, name, credits, cents, currency: CURRENCY }
    }),
    statement: statement.map((line) => ({ ...line, at: new Date(line.at).toISOString() })).reverse(),
  }
}
