import type { Bank } from '../domain/catalog/bank.ts'
import { highlight } from './highlight.ts'
import { readBank } from './read-bank.ts'

/**
 * All content, checked, its code highlighted.
 * @throws Error like `readBank`.
 */
export function buildBank(dir: string): Bank {
  const raw = readBank(dir)
  return {
    ...raw,
    snippets: raw.snippets.map((snippet) => ({
      ...snippet,
      html: highlight(snippet.source, snippet.language),
    })),
  }
}
