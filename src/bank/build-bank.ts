import { Bank } from '../domain/catalog/bank.ts'
import { highlight } from './highlight.ts'
import { readBank } from './read-bank.ts'

/**
 * All content that may be asked, checked, its code highlighted; and what was left out of it and why, a line each.
 * @throws Error like `readBank`.
 */
export function buildBank(dir: string): { bank: Bank; leftOut: string[] } {
  const raw = readBank(dir)
  const snippets = raw.snippets.map((snippet) => ({
    ...snippet,
    html: highlight(snippet.source, snippet.language),
  }))
  return {
    bank: Bank.parse({ ...raw, snippets }),
    leftOut: [
      ...raw.drafts.map((file) => `${file}: a draft`),
      ...raw.unproven.map(({ id }) => `snippets/${id}: not proven as it stands, run npm run content:check`),
    ],
  }
}
