import { loadBank } from '../bank/load-bank.ts'
import type { Bank } from '../domain/catalog/bank.ts'
import { corpusOf } from '../domain/grading/corpus-of.ts'
import { createFinder } from '../domain/grading/create-finder.ts'
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
    finder: createFinder({ corpus: corpusOf(bank), concepts: bank.concepts }),
    printer: createTypstPrinter(documentsDir),
  }
}
