import type { SessionContext } from './session-context.ts'

/** Reads the state, and what the log has gained since it was last read; whether that worked. */
export async function readSession({ client, store, now }: SessionContext): Promise<boolean> {
  const result = await client.getSession(store.get().fetchedSeq)
  if (result.ok) store.dispatch({ kind: 'view-read', view: result.value, now: now() })
  else store.dispatch({ kind: 'view-refused', fault: result.fault })
  return result.ok
}
