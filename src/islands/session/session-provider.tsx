import type { ReactNode } from 'react'
import { createContext, use, useSyncExternalStore } from 'react'
import type { Session } from './create-session.ts'
import type { SessionModel } from './session-model.ts'

const Context = createContext<Session | null>(null)

/** The one owner of the session; everything below reads it by the two hooks of this file. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Context value={session}>{children}</Context>
}

/** What can be done. Never causes a render. */
export function useSession(): Session {
  const session = use(Context)
  if (!session) throw new Error('useSession needs a SessionProvider above')
  return session
}

/**
 * A part of the model; renders only when it changes. `select` must give the same value for the same model:
 * a field or something primitive, never a new object.
 */
export function useModel<T>(select: (model: SessionModel) => T): T {
  const { store } = useSession()
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
