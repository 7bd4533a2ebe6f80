import type { SessionEvent } from '../../domain/interview/event.ts'
import { decideAppend } from '../decide-append.ts'
import type { SessionLog } from '../session-log.ts'

/** Keeps logs in this process: for tests and samples. Everything is gone when the process ends. */
export function createMemoryLog(): SessionLog {
  const logs = new Map<string, { ownerId: string; events: SessionEvent[] }>()
  return {
    async append(sessionId, expectedSeq, events, ownerId) {
      const log = logs.get(sessionId) ?? { ownerId: ownerId ?? '', events: [] }
      const known = new Set(log.events.map(({ id }) => id))
      const decision = decideAppend(log.events.length, known, expectedSeq, events)
      if (decision === 'ok')
        logs.set(sessionId, { ...log, events: [...log.events, ...structuredClone(events)] })
      return decision
    },
    async read(sessionId, afterSeq) {
      return structuredClone((logs.get(sessionId)?.events ?? []).slice(afterSeq))
    },
    async listByOwner(ownerId) {
      return [...logs]
        .filter(([, log]) => log.ownerId === ownerId)
        .map(([id]) => id)
        .reverse()
    },
    async delete(sessionId) {
      logs.delete(sessionId)
    },
    async close() {
      logs.clear()
    },
  }
}
