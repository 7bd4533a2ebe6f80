import type { Frame } from '../../wire/frame.ts'
import type { TakeTurn } from '../../wire/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Source } from '../session-store.ts'
import { appendTurn } from './append-turn.ts'
import { decideTurn } from './decide-turn.ts'

/**
 * Takes a turn and answers it. Turn and answer are one append, on disk before this resolves. The same
 * turn again gives the same frames again.
 * @throws Fault `not-found`, `not-started`, `open-takes-no-text`, `turn-conflict`, `session-finished`, `busy`.
 */
export async function takeTurn(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  request: TakeTurn,
): Promise<Frame[]> {
  const open = (source: Source) => dependencies.sessions.own(id, ownerId, source)
  return appendTurn(dependencies, id, open, (session) => decideTurn(dependencies, session, request))
}
