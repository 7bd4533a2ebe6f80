import { parseEnv } from '../api/env.ts'
import { loadBank } from '../bank/load-bank.ts'
import type { Bank } from '../domain/catalog/bank.ts'

/** The content that the build wrote, the same that the API serves. Throws like `parseEnv` and `loadBank`. */
export function readContent(): Bank {
  return loadBank(parseEnv(process.env).bankPath)
}
