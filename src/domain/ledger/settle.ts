import type { SessionCredit } from './account.ts'
import type { Spending } from './spend.ts'
import type { Usage } from './usage.ts'

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
/** After so long nobody waits for an answer of the voice service any more. */
const ANSWER_MS = 10 * MINUTE
/** No call begins or goes on for so long after access was asked for. */
const CALL_MS = 3 * HOUR
/** A session that nothing happened in for so long is over as far as its credit goes. */
const LEFT_MS = 24 * HOUR
/** So long after a session the voice service may still say how its last call ended. */
const TOLD_MS = 72 * HOUR

/** What is to be done with a session's credit now; `wait` for what may come, `done` when nothing will. */
export type Settlement = Spending | 'wait' | 'done'

/**
 * The rule of what a session costs. It costs its credit once ElevenLabs has held it in section B. Before that the credit
 * comes back when the session is finished, or left for a day, or when no call came of it. A used one comes back when the session is finished or left
 * without the closing line and the voice service says that the last call failed.
 * @param usage undefined for a session that is gone
 * @param accessedAt when access to the voice service was last asked for, in ms since 1970
 * @param nowMs milliseconds since 1970
 */
export function settle(
  credit: SessionCredit,
  usage: Usage | undefined,
  accessedAt: number,
  nowMs: number,
): Settlement {
  const sinceAccess = nowMs - accessedAt
  switch (credit.state) {
    case 'held':
    case 'opened':
      if (!usage) return { step: 'release', reason: 'deleted' }
      if (isSince(usage.codeAt, credit)) return { step: 'capture' }
      if (isOver(usage, sinceAccess)) return { step: 'release', reason: 'before-code' }
      if (credit.state === 'held')
        return sinceAccess >= ANSWER_MS ? { step: 'release', reason: 'no-access' } : 'wait'
      if (!isSince(usage.calledAt, credit) && sinceAccess >= CALL_MS)
        return { step: 'release', reason: 'no-call' }
      return 'wait'
    case 'captured':
      if (!usage || usage.closed) return 'done'
      if (usage.callFailed && isOver(usage, sinceAccess)) return { step: 'credit-back' }
      return usage.idleMs >= TOLD_MS ? 'done' : 'wait'
    case 'released':
    case 'credited-back':
      return sinceAccess >= ANSWER_MS ? 'done' : 'wait'
  }
}

function isOver({ finished, idleMs }: Usage, sinceAccess: number): boolean {
  return finished || (idleMs >= LEFT_MS && sinceAccess >= CALL_MS)
}

function isSince(at: number | null, { heldAt }: SessionCredit): boolean {
  return at !== null && at >= heldAt
}
