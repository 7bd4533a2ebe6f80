import { readFileSync } from 'node:fs'
import { Bank } from '../domain/catalog/bank.ts'

/** Banks read so far, by path: pages and API of one process share one. */
const loaded = new Map<string, Bank>()

/**
 * The bank that the build wrote, read once a process.
 * @throws Error when the file is missing or does not fit the schema: run the build again.
 */
export function loadBank(path: string): Bank {
  const bank = loaded.get(path) ?? readBankFile(path)
  loaded.set(path, bank)
  return bank
}

function readBankFile(path: string): Bank {
  const parsed = Bank.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Error(`${path} does not fit: ${issue?.path.join('.')}: ${issue?.message}. Run npm run bank.`)
}
