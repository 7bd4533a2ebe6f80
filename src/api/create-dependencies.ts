import { randomBytes, randomInt } from 'node:crypto'
import type { Bank } from '../domain/catalog/bank.ts'
import type { ReportPrinter } from '../documents/report-printer.ts'
import { corpusOf } from '../domain/grading/corpus-of.ts'
import { createFinder } from '../domain/grading/create-finder.ts'
import type { SessionLog } from '../storage/session-log.ts'
import type { Dependencies } from './dependencies.ts'
import { createOwnerCookie } from './owner-cookie.ts'
import { createSessionStore } from './session-store.ts'

/** What a process is made of; `secret` signs the owner cookie. */
export interface Parts {
  bank: Bank
  log: SessionLog
  secret: string
  printer: ReportPrinter
}

/** The use cases' world around these parts: real clock, random ids. */
export function createDependencies({ bank, log, secret, printer }: Parts): Dependencies {
  return {
    bank,
    printer,
    finder: createFinder({ corpus: corpusOf(bank), concepts: bank.concepts }),
    log,
    sessions: createSessionStore(log),
    cookie: createOwnerCookie(secret),
    now: () => Date.now(),
    newId: () => randomBytes(18).toString('base64url'),
    newSeed: () => randomInt(2 ** 32),
  }
}
