import { recordCallEnd } from '../../src/api/usecases/record-call-end.ts'
import { recordEvent } from '../../src/api/usecases/record-event.ts'
import { storeChunk } from '../../src/api/usecases/store-chunk.ts'
import type { Table } from './open-table.ts'

const conversationOf = ({ part }: Table, call: number) => `conv_${part.name}_${call}`

/** Agrees to be recorded and is connected with the voice service. */
export async function beginCall(table: Table, call: number): Promise<void> {
  const { dependencies, id, ownerId } = table
  const conversationId = conversationOf(table, call)
  await recordEvent(dependencies, id, ownerId, { kind: 'recording-consent', on: true })
  await recordEvent(dependencies, id, ownerId, { kind: 'call-started', conversationId })
}

/** The service tells that the line broke, and this device sends a piece of the voice that it heard. */
export async function breakLine(table: Table, call: number): Promise<void> {
  const { dependencies, id, ownerId, passTime, session } = table
  const { createdAt, startedAt = 0, calls } = (await session()).state
  passTime(3_000)
  const now = dependencies.now()
  const conversationId = conversationOf(table, call)
  const started = calls.find((known) => known.conversationId === conversationId)?.startedAt ?? 0
  await recordCallEnd(dependencies, {
    conversationId,
    sessionId: id,
    outcome: call % 2 ? 'failed' : 'done',
    durationMs: now - createdAt - started,
    startedAt: createdAt + started - ((createdAt + started) % 1_000),
    reason: 'Client disconnected: 1006',
    hasAudio: call % 2 === 0,
  })
  const startMs = Math.min(now - createdAt - startedAt, 3_600_000)
  await storeChunk(dependencies, id, ownerId, startMs, new Uint8Array(800))
}

/** Takes the agreement to be recorded back. */
export async function takeBack({ dependencies, id, ownerId }: Table): Promise<void> {
  await recordEvent(dependencies, id, ownerId, { kind: 'recording-consent', on: false })
}
