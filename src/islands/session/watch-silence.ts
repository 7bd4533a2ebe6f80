import type { SessionStore } from './create-store.ts'
import { silenceDue } from './session-view.ts'

/** Calls `onSilence` whenever the candidate has been quiet for as long as the server waits. */
export function watchSilence(store: SessionStore, onSilence: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let watched: unknown[] = []
  const look = () => {
    const model = store.get()
    const due = silenceDue(model)
    const { state, draft, activeAt, events } = model
    const now = [due, state?.seq, state?.selected, draft, activeAt, events.length]
    if (now.every((value, index) => value === watched[index]) && watched.length > 0) return
    watched = now
    clearTimeout(timer)
    if (due !== null) timer = setTimeout(onSilence, due)
  }
  look()
  store.subscribe(look)
}
