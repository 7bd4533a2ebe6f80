import { fileURLToPath } from 'node:url'
import { readBank } from '../../src/bank/read-bank.ts'
import { createBankFinder } from '../../src/domain/grading/create-bank-finder.ts'
import type { Sources } from '../../src/domain/interview/director/draft.ts'

/** The whole bank as it is in the content folder, without highlighted code, and the built-in finder for it. */
export function readSources(): Sources {
  const raw = readBank(fileURLToPath(new URL('../../src/content', import.meta.url)))
  const bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
  return { bank, finder: createBankFinder(bank) }
}
