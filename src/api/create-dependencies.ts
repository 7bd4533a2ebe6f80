import { randomBytes, randomInt } from 'node:crypto'
import type { SessionLog } from '../storage/session-log.ts'
import type { Library } from './compose-library.ts'
import type { Dependencies } from './dependencies.ts'
import { createOwnerCookie } from './owner-cookie.ts'
import { createSessionStore } from './session-store.ts'

/** The use cases' world around a library, a log and a secret: real clock, random ids. */
export function createDependencies(library: Library, log: SessionLog, secret: string): Dependencies {
  return {
    ...library,
    log,
    sessions: createSessionStore(log),
    cookie: createOwnerCookie(secret),
    now: () => Date.now(),
    newId: () => randomBytes(18).toString('base64url'),
    newSeed: () => randomInt(2 ** 32),
  }
}
