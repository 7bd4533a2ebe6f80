import type { Dependencies } from '../api/dependencies.ts'
import { spendKey } from '../api/spend-key.ts'
import { operatorFigures } from '../api/usecases/operator-figures.ts'
import type { OperatorServices } from './operator-services.ts'

/** The operator's page, where a token is set. `isHttps`: how the request came. */
export function createOperatorServices(
  dependencies: Dependencies,
  isHttps: boolean,
): OperatorServices | null {
  const { operator, records, now } = dependencies
  if (!operator) return null
  const { door } = operator
  return {
    open: (typed) => door.open(typed, now(), isHttps),
    figures: async (cookie) => (door.isOpen(cookie, now()) ? operatorFigures(dependencies) : undefined),
    async enterSpend(cents, cookie) {
      if (!door.isOpen(cookie, now())) return false
      await records.add(spendKey(now()), cents)
      return true
    },
  }
}
