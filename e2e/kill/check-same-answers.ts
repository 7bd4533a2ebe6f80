import assert from 'node:assert/strict'
import { deliver } from './deliver.ts'
import type { Table } from './table.ts'

/**
 * Each turn sent again is answered with the same bytes, and finishing again with the same report.
 * @throws AssertionError on the first that is not.
 */
export async function checkSameAnswers(table: Table, taken = table.taken): Promise<void> {
  for (const said of taken) {
    if (said.kind === 'turn') {
      assert.equal(await deliver(table, said), said.answer, `${said.id} is answered in another way`)
    }
    if (said.kind === 'finish') {
      const report: unknown = JSON.parse(await deliver(table, said))
      assert.deepEqual(report, table.report, `finishing ${table.sessionId} again gives another report`)
    }
  }
}
