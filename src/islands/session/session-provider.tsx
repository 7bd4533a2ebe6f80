import type { ReactNode } from 'react'
import { createContext, use, useSyncExternalStore } from 'react'
import type { Session } from './create-session.ts'
import type { Manner } from './open-session.ts'
import type { SessionModel } from './session-model.ts'

const Context = createContext<Session | null>(null)
const Changing = createContext<(manner: Manner) => void>(() => undefined)

interface Owned {
  session: Session
  /** The candidate wants to go on in another manner. */
  onChange: (manner: Manner) => void
  children: ReactNode
}

/** The one owner of the session; everything below reads it by the hooks of this file. */
export function SessionProvider({ session, onChange, children }: Owned) {
  return (
    <Context value={session}>
      <Changing value={onChange}>{children}</Changing>
    </Context>
  )
}

/** Goes on with the same interview in another manner, in the same page. */
export function useChange(): (manner: Manner) => void {
  return use(Changing)
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
