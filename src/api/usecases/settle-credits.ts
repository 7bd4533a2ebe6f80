import { z } from 'zod'
import { settle } from '../../domain/ledger/settle.ts'
import { spend } from '../../domain/ledger/spend.ts'
import { usageOf } from '../../domain/ledger/usage-of.ts'
import type { Dependencies } from '../dependencies.ts'
import { accessPrefix } from '../order-keys.ts'
import { changeAccount } from './change-account.ts'

const Access = z.object({ ownerId: z.string(), since: z.number() })
type Noted = z.infer<typeof Access> & { key: string }

/** A note so young may be of a credit that is being held this moment, in ms. */
const YOUNG_MS = 10 * 60 * 1000

/**
 * Captures, releases and gives back the credits of sessions by rule (see `settle`), where the request that should have
 * done it did not, and where only time decides. `logError` hears of a session that could not be settled now.
 */
export async function settleCredits(
  dependencies: Dependencies,
  logError: (error: unknown) => void,
): Promise<void> {
  for (const [sessionId, noted] of await accesses(dependencies)) {
    try {
      if (await settleSession(dependencies, sessionId, noted)) await forget(dependencies, noted)
    } catch (error) {
      logError(error)
    }
  }
}

/** What was noted of each session that access was asked for. */
async function accesses({ records }: Dependencies): Promise<Map<string, Noted[]>> {
  const bySession = new Map<string, Noted[]>()
  for (const key of await records.list(accessPrefix())) {
    const text = await records.get(key)
    const sessionId = key.slice(accessPrefix().length).split('/')[0] ?? ''
    if (text === undefined) continue
    const noted = { ...Access.parse(JSON.parse(text)), key }
    bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), noted])
  }
  return bySession
}

/** Whether nothing more will come of it. A capture may be followed by a credit back, so it is asked again. */
async function settleSession(
  dependencies: Dependencies,
  sessionId: string,
  noted: readonly Noted[],
): Promise<boolean> {
  const { sessions, now } = dependencies
  const ownerId = noted[0]?.ownerId
  if (ownerId === undefined) return true
  const session = await sessions.find(sessionId)
  const usage = session && usageOf(session.state, session.events, now())
  const accessedAt = Math.max(...noted.map(({ since }) => since))
  let isDone = false
  const decide = () =>
    changeAccount(dependencies, ownerId, (account) => {
      const credit = account.credits[sessionId]
      const settlement = credit ? settle(credit, usage, accessedAt, now()) : 'done'
      isDone = settlement === 'done'
      if (settlement === 'done' || settlement === 'wait') return []
      const spent = spend(account, sessionId, settlement)
      return spent.ok ? spent.facts : []
    })
  const before = await decide()
  const after = await decide()
  return isDone && before.seq === after.seq
}

async function forget({ records, now }: Dependencies, noted: readonly Noted[]): Promise<void> {
  for (const { key, since } of noted) if (now() - since >= YOUNG_MS) await records.delete(key)
}
