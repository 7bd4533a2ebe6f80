import type { SessionAction } from './session-action.ts'
import type { SessionModel } from './session-model.ts'
import { initialModel } from './session-model.ts'
import { reduceSession } from './session-reducer.ts'

export interface SessionStore {
  get(): SessionModel
  dispatch(action: SessionAction): void
  /** Calls `onChange` after every action; returns how to stop that. */
  subscribe(onChange: () => void): () => void
}

/** The session page's one store. */
export function createStore(): SessionStore {
  let model = initialModel
  const listeners = new Set<() => void>()
  return {
    get: () => model,
    dispatch(action) {
      model = reduceSession(model, action)
      for (const listener of [...listeners]) listener()
    },
    subscribe(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
  }
}
