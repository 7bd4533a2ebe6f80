import { loadBank } from '../bank/load-bank.ts'
import type { Bank } from '../domain/catalog/bank.ts'

const PATH = '.build/bank.json'
let bank: Bank | undefined

/** The content that the build wrote, read once; the process runs in the project's folder. Throws like `loadBank`. */
export function readContent(): Bank {
  bank ??= loadBank(PATH)
  return bank
}
