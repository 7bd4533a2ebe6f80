import { settle } from '../../domain/ledger/settle.ts'
import { spend } from '../../domain/ledger/spend.ts'
import { usageOf } from '../../domain/ledger/usage-of.ts'
import type { Dependencies } from '../dependencies.ts'
import { changeAccount } from './change-account.ts'

/** Takes the credit that a session holds once ElevenLabs has held it in section B; before that nothing happens. */
export async function captureCredit(dependencies: Dependencies, sessionId: string): Promise<void> {
  const { payments, sessions, now } = dependencies
  if (payments.products.length === 0) return
  const session = await sessions.find(sessionId)
  if (!session) return
  const usage = usageOf(session.state, session.events, now())
  if (usage.codeAt === null) return
  await changeAccount(dependencies, session.state.ownerId, (account) => {
    const credit = account.credits[sessionId]
    const settlement = credit && settle(credit, usage, now(), now())
    if (typeof settlement !== 'object') return []
    const spent = spend(account, sessionId, settlement)
    return spent.ok ? spent.facts : []
  })
}
