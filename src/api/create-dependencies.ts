import { randomBytes, randomInt } from 'node:crypto'
import type { Bank } from '../domain/catalog/bank.ts'
import { corpusOf } from '../domain/grading/corpus-of.ts'
import { createFinder } from '../domain/grading/create-finder.ts'
import type { SessionLog } from '../storage/session-log.ts'
import type { Dependencies } from './dependencies.ts'
import { createOwnerCookie } from './owner-cookie.ts'
import { createSessionStore } from './session-store.ts'

/** The use cases' world around a bank, a log and a secret: real clock, random ids. */
export function createDependencies(bank: Bank, log: SessionLog, secret: string): Dependencies {
  return {
    bank,
    finder: createFinder({ corpus: corpusOf(bank), concepts: bank.concepts }),
    log,
    sessions: createSessionStore(log),
    cookie: createOwnerCookie(secret),
    now: () => Date.now(),
    newId: () => randomBytes(18).toString('base64url'),
    newSeed: () => randomInt(2 ** 32),
  }
}
