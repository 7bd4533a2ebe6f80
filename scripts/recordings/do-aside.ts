import { recordEvent } from '../../src/api/usecases/record-event.ts'
import type { ClientEvent } from '../../src/wire/sessions.ts'
import type { Table } from './open-table.ts'

/** Something the candidate does that is no answer: hold, mark, note, lines, an interruption, an absence. */
export async function doAside(table: Table): Promise<void> {
  const { state } = await table.session()
  const turnId = state.turns.at(-1)?.turnId ?? 'open'
  const snippetId = state.shownSnippets.at(-1)
  const from = 1 + Math.floor(table.random() * 40)
  const lastLine = state.transcript.findLast(({ speaker }) => speaker === 'agent')?.text ?? ''
  const asides: readonly [ClientEvent[], ...ClientEvent[][]] = [
    [{ kind: 'mark' }],
    [{ kind: 'mark', turnId }],
    [{ kind: 'note', text: `Look up what was asked after ${turnId} – “idempotency”?` }],
    [{ kind: 'interrupted', heard: lastLine.slice(0, Math.ceil(lastLine.length / 3)) }],
    [
      { kind: 'hold', on: true },
      { kind: 'note', text: 'the door' },
      { kind: 'hold', on: false },
    ],
    [{ kind: 'hold', on: true }],
    [{ kind: 'hold', on: true }, { kind: 'left' }, { kind: 'mark' }, { kind: 'returned' }],
    [{ kind: 'left' }, { kind: 'returned' }],
    [{ kind: 'left' }],
    ...(snippetId ? [[{ kind: 'lines-selected' as const, snippetId, from, to: from + 5 }]] : []),
  ]
  for (const event of table.choose(asides)) {
    await recordEvent(table.dependencies, table.id, table.ownerId, event)
    table.passTime(table.choose([1_500, 40_000, 1_200_000]))
  }
}
