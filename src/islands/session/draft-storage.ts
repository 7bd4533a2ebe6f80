type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface DraftStorage {
  read(): string
  write(text: string): void
}

/**
 * Keeps the answer that is being typed for as long as the tab lives, through reloads; nothing else is kept.
 * Where the browser allows no storage the draft lives on the page alone.
 */
export function createDraftStorage(sessionId: string, storage: () => Kept): DraftStorage {
  const key = `offhook-draft:${sessionId}`
  return {
    read() {
      try {
        return storage().getItem(key) ?? ''
      } catch {
        return ''
      }
    },
    write(text) {
      try {
        if (text === '') storage().removeItem(key)
        else storage().setItem(key, text)
      } catch {
        return
      }
    },
  }
}
