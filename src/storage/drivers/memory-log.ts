import { decideAppend } from '../decide-append.ts'
import type { EventLog, LogEvent } from '../event-log.ts'

/** Keeps logs in this process: for tests and samples. Everything is gone when the process ends. */
export function createMemoryLog<E extends LogEvent>(now: () => number = Date.now): EventLog<E> {
  const logs = new Map<string, { ownerId: string; begun: number; events: E[] }>()
  return {
    async append(sessionId, expectedSeq, events, ownerId) {
      const log = logs.get(sessionId) ?? { ownerId: ownerId ?? '', begun: now(), events: [] }
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
    async listBegun(fromMs, toMs) {
      return [...logs]
        .filter(([, { begun }]) => begun >= fromMs && begun < toMs)
        .sort(([, one], [, other]) => one.begun - other.begun)
        .map(([id]) => id)
    },
    async delete(sessionId) {
      logs.delete(sessionId)
    },
    async close() {
      logs.clear()
    },
  }
}
