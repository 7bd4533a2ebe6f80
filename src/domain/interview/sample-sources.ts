import type { Bank } from '../catalog/bank.ts'
import { createBankFinder } from '../grading/create-bank-finder.ts'
import type { Sources } from './director/draft.ts'

/**
 * What samples are played and graded with: the public part of the bank alone, so that a script keeps fitting what
 * the interviewer asks, and its scores stay, while hidden content grows.
 */
export function sampleSources(bank: Bank): Sources {
  const isPublic = (item: { public: boolean }) => item.public
  const own = {
    ...bank,
    snippets: bank.snippets.filter(isPublic),
    scenarios: bank.scenarios.filter(isPublic),
    warmups: bank.warmups.filter(isPublic),
  }
  return { bank: own, finder: createBankFinder(own) }
}
