import { loadBank } from '../bank/load-bank.ts'
import type { Bank } from '../domain/catalog/bank.ts'
import { createBankFinder } from '../domain/grading/create-bank-finder.ts'
import type { Finder } from '../domain/grading/finder.ts'
import { createTypstPrinter } from '../documents/drivers/typst.ts'
import type { ReportPrinter } from '../documents/report-printer.ts'
import type { Settings } from './env.ts'

/** What reports are made with; it keeps nothing and needs no store. */
export interface Library {
  bank: Bank
  finder: Finder
  printer: ReportPrinter
}

/** @throws Error that names the file that does not work. */
export function composeLibrary({ bankPath, documentsDir }: Settings): Library {
  const bank = loadBank(bankPath)
  return {
    bank,
    finder: createBankFinder(bank),
    printer: createTypstPrinter(documentsDir),
  }
}
