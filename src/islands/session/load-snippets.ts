import type { SessionContext } from './session-context.ts'

/** Fetches the code of every snippet that comes on screen, once. */
export function loadSnippets({ store, client }: Pick<SessionContext, 'store' | 'client'>): void {
  const asked = new Set<string>()
  const look = () => {
    const id = store.get().state?.snippet?.snippetId
    if (id && !asked.has(id)) {
      asked.add(id)
      void load(id)
    }
  }
  const load = async (snippetId: string) => {
    const result = await client.getSnippet(snippetId)
    if (result.ok) return store.dispatch({ kind: 'snippet-read', snippetId, snippet: result.value })
    asked.delete(snippetId)
    store.dispatch({ kind: 'notice-raised', fault: result.fault })
  }
  look()
  store.subscribe(look)
}
