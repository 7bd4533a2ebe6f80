import type { Turn } from './api-client.ts'
import type { ClientFault } from './fault.ts'
import { readSession } from './read-session.ts'
import type { Enqueue, SessionContext } from './session-context.ts'
import { isLineDue } from './session-view.ts'

export interface Turns {
  /** The opening, which starts the clock. */
  open(): Promise<void>
  /** Sends an answer; false, and nothing happens, while another one is on its way. */
  send(said: Pick<Turn, 'text' | 'startedAt' | 'endedAt' | 'source'>): boolean
  /** A rung of the silence ladder. */
  waited(): Promise<void>
}

/** Sends turns and plays their answers. */
export function createTurns(context: SessionContext, enqueue: Enqueue): Turns {
  const { store, createId } = context
  const take = (turn: Turn) => {
    store.dispatch({ kind: 'turn-sent', turnId: turn.turnId, text: turn.text, now: context.now() })
    return enqueue(() => takeTurn(context, turn))
  }
  return {
    open: () => take({ turnId: 'open', text: '' }),
    send(said) {
      const { unsent } = store.get()
      // What was spoken cannot be left in its field: it waits for its turn.
      if (said.source !== 'voice' && isLineDue(store.get())) return false
      const turnId = unsent?.text === said.text ? unsent.turnId : createId()
      void take({ ...said, turnId })
      return true
    },
    waited: () => take({ turnId: createId(), text: '' }),
  }
}

async function takeTurn(context: SessionContext, turn: Turn): Promise<void> {
  const { client, store, engine } = context
  const { turnId } = turn
  for await (const update of client.sendTurn(turn)) {
    switch (update.kind) {
      case 'retrying':
        store.dispatch({ kind: 'turn-retried', turnId })
        break
      case 'fault':
        return refuse(context, turnId, update.fault)
      case 'frame':
        store.dispatch({ kind: 'frame-read', turnId, frame: update.frame, now: context.now() })
        if (update.frame.event === 'done') engine.say(answerTo(context, turnId))
    }
  }
  context.drafts.write(store.get().draft)
  await readSession(context)
}

function answerTo({ store }: SessionContext, turnId: string): string {
  return store.get().live.find((turn) => turn.turnId === turnId)?.answer ?? ''
}

/** A turn another tab got ahead of, or one too late, is looked up again: the page then shows what is. */
async function refuse(context: SessionContext, turnId: string, fault: ClientFault): Promise<void> {
  context.store.dispatch({ kind: 'turn-refused', turnId, fault })
  const stale = ['turn-conflict', 'session-finished', 'not-started']
  if (stale.includes(fault.code)) await readSession(context)
}
