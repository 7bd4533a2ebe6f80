import { randomUUID } from 'node:crypto'

export interface Queryable {
  /** Resolves to the rows. A bigint arrives as a number. */
  query<Row>(text: string, values: unknown[]): Promise<Row[]>
}

export interface Services {
  /** A pool in front of Postgres. */
  db: Queryable & {
    /**
     * Runs `work` in a transaction on one connection, read committed unless told otherwise. Commits when
     * it resolves, rolls back when it throws, and runs it again when it fails to serialize.
     */
    transaction<Value>(
      work: (tx: Queryable) => Promise<Value>,
      isolation?: 'read committed' | 'repeatable read' | 'serializable',
    ): Promise<Value>
  }
  outbox: {
    /** Inserts the event in `tx`, or through a pool of its own. A relay then publishes it. */
    add(event: LedgerEvent, tx?: Queryable): Promise<void>
  }
}

export interface LedgerEvent {
  topic: 'transfer.completed' | 'transfer.refused'
  transferId: string
  key: string
}

export interface TransferRequest {
  /** What the caller names this transfer, such as ord_81/release. It repeats a call that fails. */
  key: string
  fromAccountId: string
  /** A positive whole number. */
  amountCents: number
  /** Who gets how much of it. Adds up to 10,000. */
  shares: { accountId: string; bps: number }[]
}

export interface Transfer {
  id: string
  amountCents: number
}

export class Refused extends Error {}

/**
 * Moves money from one account to others, for orders, refunds and fees.
 *
 *   owners     id
 *   accounts   id, owner_id, balance_cents. One account of an owner may go below zero as long as all of
 *              the owner's accounts together do not.
 *   transfers  id (primary key), key (unique), amount_cents
 *   entries    transfer_id, account_id, amount_cents, which is negative where money leaves
 */
export async function transfer(services: Services, request: TransferRequest): Promise<Transfer> {
  const { key, fromAccountId, amountCents, shares } = request
  const earlier = await findTransfer(services.db, key)
  if (earlier) return earlier

  const id = randomUUID()
  return services.db.transaction(async (tx) => {
    try {
      const values = [id, key, amountCents]
      await tx.query('insert into transfers (id, key, amount_cents) values ($1, $2, $3)', values)
    } catch (error) {
      if ((error as { code?: string }).code !== '23505') throw error
      return (await findTransfer(tx, key))!
    }

    const touched = [fromAccountId, ...shares.map((share) => share.accountId)]
    const accounts = await tx.query<{ id: string; owner_id: string }>(
      `select id, owner_id from accounts
       where id = any ($1)
       order by id for update`,
      [touched],
    )
    const from = accounts.find((account) => account.id === fromAccountId)
    if (!from) throw new Refused('no such account')
    const [owner] = await tx.query<{ cents: number }>(
      'select sum(balance_cents)::bigint as cents from accounts where owner_id = $1',
      [from.owner_id],
    )
    if (!owner || owner.cents < amountCents) {
      await services.outbox.add({ topic: 'transfer.refused', transferId: id, key })
      throw new Refused('not enough money')
    }

    const moves = [{ accountId: fromAccountId, cents: -amountCents }, ...split(amountCents, shares)]
    for (const { accountId, cents } of moves) {
      await tx.query('update accounts set balance_cents = balance_cents + $2 where id = $1', [accountId, cents])
      await tx.query(
        'insert into entries (transfer_id, account_id, amount_cents) values ($1, $2, $3)',
        [id, accountId, cents],
      )
    }
    await services.outbox.add({ topic: 'transfer.completed', transferId: id, key })
    return { id, amountCents }
  })
}

function split(amountCents: number, shares: TransferRequest['shares']) {
  const parts: { accountId: string; cents: number }[] = []
  for (const { accountId, bps } of shares) {
    const cents = Math.round((amountCents * bps) / 10_000)
    parts.push({ accountId, cents })
  }
  return parts
}

async function findTransfer(on: Queryable, key: string): Promise<Transfer | undefined> {
  const [row] = await on.query<{ id: string; amount_cents: number }>(
    'select id, amount_cents from transfers where key = $1',
    [key],
  )
  return row && { id: row.id, amountCents: row.amount_cents }
}
