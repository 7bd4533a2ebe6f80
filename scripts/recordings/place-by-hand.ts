import { placeEvents } from '../../src/domain/interview/place-events.ts'
import type { NewEvent } from '../../src/domain/interview/event.ts'
import type { Table } from './open-table.ts'

/** Appends what no use case makes yet: another text for the last turn, a suggestion, a stored recording. */
export async function placeByHand(table: Table): Promise<void> {
  const session = await table.session()
  const { current, transcript, seq } = session.state
  const spoken = transcript.findLast(({ speaker }) => speaker === 'candidate')
  const questionId = current?.questionId ?? 'owned-system'
  const events: NewEvent[] = [
    ...(spoken
      ? [{ kind: 'turn-revised' as const, turnId: spoken.turnId, text: `${spoken.text} Or so I think.` }]
      : []),
    { kind: 'suggestion-made', questionId, text: 'What would you measure to know that it worked?' },
    { kind: 'agent-said', text: 'I see.', by: table.choose(['model', 'fallback']), act: 'reply', questionId },
    { kind: 'recording-stored', href: `/recordings/${table.id}/${seq}.webm`, offsetMs: 1_250 },
  ]
  await table.dependencies.sessions.append(
    session,
    placeEvents(session.state, events, `by-hand:${seq}`, table.dependencies.now()),
  )
}
