import { AsyncLocalStorage } from 'node:async_hooks'
import type { Dependencies } from '../../src/api/dependencies.ts'

/** Where the handling of an order can be cut short. `answer-lost`: all was done, and nobody learns of it. */
export const crashPoints = [
  'before-owner',
  'after-owner',
  'before-append',
  'after-append',
  'answer-lost',
] as const
export type CrashPoint = (typeof crashPoints)[number]

/** Thrown where a process would have been killed. */
class Crash extends Error {
  override name = 'Crash'
}

const armed = new AsyncLocalStorage<{ at: CrashPoint | null; struck: boolean }>()

/** Runs `work` as in a process that is killed at that point, if it gets there; whether it was. */
export async function crashAt(at: CrashPoint | null, work: () => Promise<unknown>): Promise<boolean> {
  const cut = { at, struck: false }
  try {
    await armed.run(cut, work)
  } catch (error) {
    if (!(error instanceof Crash)) throw error
  }
  return cut.struck || at === 'answer-lost'
}

function passes(point: CrashPoint): void {
  const cut = armed.getStore()
  if (cut?.at !== point) return
  cut.struck = true
  throw new Crash(`killed ${point}`)
}

/** Lets what these parts do be cut short by `crashAt`. */
export function makeMortal(dependencies: Dependencies): void {
  const { ledger, records } = dependencies
  dependencies.ledger = {
    ...ledger,
    async append(...request) {
      passes('before-append')
      const result = await ledger.append(...request)
      passes('after-append')
      return result
    },
  }
  dependencies.records = {
    ...records,
    async putNew(key, ...rest) {
      if (!key.startsWith('orders/owner/')) return records.putNew(key, ...rest)
      passes('before-owner')
      const result = await records.putNew(key, ...rest)
      passes('after-owner')
      return result
    },
  }
}
