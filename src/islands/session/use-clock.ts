import { useEffect, useMemo, useState } from 'react'
import { clockAt, nextTick, sectionStart } from './session-clock.ts'
import { useModel } from './session-provider.tsx'

/** The interview's clock in ms; renders once a second while it runs. */
export function useClock(): number {
  const state = useModel((model) => model.state)
  const syncedAt = useModel((model) => model.syncedAt)
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const wait = state ? nextTick(state, Date.now() - syncedAt) : null
    if (wait === null) return undefined
    const timer = setTimeout(() => setNow(Date.now()), wait)
    return () => clearTimeout(timer)
  }, [state, syncedAt, now])
  return state ? clockAt(state, Math.max(now, syncedAt) - syncedAt) : 0
}

/** Clock time at which the section on now began, in ms. */
export function useSectionStart(): number {
  const events = useModel((model) => model.events)
  return useMemo(() => sectionStart(events), [events])
}
