import { spend } from '../../domain/ledger/spend.ts'
import { usageOf } from '../../domain/ledger/usage-of.ts'
import type { Dependencies } from '../dependencies.ts'
import { changeAccount } from './change-account.ts'

/** Takes the credit that a session holds once ElevenLabs has held it in section B; before that nothing happens. */
export async function captureCredit(dependencies: Dependencies, sessionId: string): Promise<void> {
  const { payments, sessions, now } = dependencies
  if (payments.products.length === 0) return
  const session = await sessions.find(sessionId)
  if (!session || !usageOf(session.state, session.events, now()).reachedCode) return
  await changeAccount(dependencies, session.state.ownerId, (account) => {
    const spent = spend(account, sessionId, { step: 'capture' })
    return spent.ok ? spent.facts : []
  })
}
