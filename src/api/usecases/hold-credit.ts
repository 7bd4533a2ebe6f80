import { spend } from '../../domain/ledger/spend.ts'
import type { Spending } from '../../domain/ledger/spend.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { accessPrefix } from '../order-keys.ts'
import { changeAccount } from './change-account.ts'

/**
 * Holds a credit for a session, once however often it is asked, while `open` asks for access to the voice service. Where
 * that fails the credit is given back, unless another request got access under the same hold meanwhile. What a crash
 * leaves is seen to by `settleCredits`.
 * @throws Fault `no-credit`, `busy`, and what `open` throws; StorageFailure when the ledger cannot be kept
 */
export async function holdCredit<T>(
  dependencies: Dependencies,
  ownerId: string,
  sessionId: string,
  open: () => Promise<T>,
): Promise<T> {
  const { records, newId, now } = dependencies
  const step = (spending: Spending) =>
    changeAccount(dependencies, ownerId, (account) => {
      const spent = spend(account, sessionId, spending)
      if (spent.ok) return spent.facts
      throw new Fault('no-credit', 'There is no credit left for an interview held by ElevenLabs.')
    })
  await records.put(accessPrefix(sessionId) + newId(), JSON.stringify({ ownerId, since: now() }))
  await step({ step: 'hold' })
  let opened: T
  try {
    opened = await open()
  } catch (error) {
    await step({ step: 'release', reason: 'no-access' }).catch(() => undefined)
    throw error
  }
  await step({ step: 'open' })
  return opened
}
