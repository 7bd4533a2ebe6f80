import type { Bank } from '../domain/catalog/bank.ts'

/** What a browser is told of a snippet when it is shown. */
export interface SnippetCard {
  snippetId: string
  title: string
  language: string
  href: string
}

/** Looks up cards for one session; an id the bank no longer has keeps its id as title. */
export function snippetCards(bank: Bank, sessionId: string): (snippetId: string) => SnippetCard {
  return (snippetId) => {
    const snippet = bank.snippets.find(({ id }) => id === snippetId)
    return {
      snippetId,
      title: snippet?.title ?? snippetId,
      language: snippet?.language ?? 'typescript',
      href: `/api/sessions/${sessionId}/snippets/${snippetId}`,
    }
  }
}
