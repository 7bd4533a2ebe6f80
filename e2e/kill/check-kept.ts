import assert from 'node:assert/strict'
import type { SessionView } from '../../src/wire/sessions.ts'
import type { Said, Table } from './table.ts'

/**
 * Everything acknowledged is there once and in order; what is pending is there once, at the end, or not at all, but
 * there when its answer had begun. A report is the one that was first seen.
 * @throws AssertionError on the first breach.
 */
export async function checkKept(table: Table): Promise<void> {
  const { sessionId, taken, pending } = table
  const kept = namesOf((await table.client.view(sessionId)).events)
  const acknowledged = taken.map(nameOf)
  assert.deepEqual(
    kept.slice(0, acknowledged.length),
    acknowledged,
    `${sessionId} lost something acknowledged`,
  )
  const more = kept.slice(acknowledged.length)
  const expected = pending && (pending.isBegun || more.length > 0) ? [nameOf(pending)] : []
  assert.deepEqual(more, expected, `${sessionId} keeps something else than what was pending`)
  await checkReport(table, kept.includes('finished'))
}

async function checkReport(table: Table, isFinished: boolean): Promise<void> {
  const response = await table.client.send('GET', `/api/reports/${table.sessionId}`)
  const report: unknown = await response.json()
  assert.equal(response.status, isFinished ? 200 : 409, `${table.sessionId} is half finished`)
  if (isFinished) table.report ??= report
  if (isFinished) assert.deepEqual(report, table.report, `${table.sessionId} has another report`)
}

/** How something that was sent stands in the log; the opening says nothing. */
function nameOf({ kind, id, text }: Said): string {
  switch (kind) {
    case 'turn':
      return id === 'open' ? 'started' : `turn ${id}`
    case 'note':
      return text
    case 'hold':
      return `hold ${text}`
    case 'finish':
      return 'finished'
  }
}

function namesOf(events: SessionView['events']): string[] {
  return events.flatMap((event) => {
    switch (event.kind) {
      case 'candidate-said':
        return [`turn ${event.turnId}`]
      case 'note-added':
        return [event.text]
      case 'hold-started':
        return ['hold on']
      case 'hold-ended':
        return ['hold off']
      case 'started':
      case 'finished':
        return [event.kind]
      default:
        return []
    }
  })
}
