import { createBankFinder } from '../src/domain/grading/create-bank-finder.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import { castCandidates } from './candidates/cast-candidates.ts'
import { checks } from './manners/checks.ts'
import { judgeManners } from './manners/judge-manners.ts'

/** Breaches of one check that are printed. */
const SHOWN = 3

/**
 * `npm run eval -- manners [COUNT] [FROM] [CHECK]`: simulated candidates through the director, each interview judged by
 * every check; the breaches of CHECK are printed whole. Ends with 1 when there is one.
 */
export function manners([count = '200', from = '0', only]: string[] = []): void {
  const bank = loadBank('.build/bank.json')
  const sources = { bank, finder: createBankFinder(bank) }
  const castings = castCandidates(Number(count), Number(from))
  const failures = castings.flatMap((casting) => judgeManners(casting, sources))
  for (const { id, asks } of checks) {
    const own = failures.filter((failure) => failure.id === id)
    if (only !== undefined && id !== only) continue
    console.log(`${own.length === 0 ? 'yes' : 'NO '} ${String(own.length).padStart(4)}  ${id}: ${asks}`)
    for (const { name, breaches } of only === id ? own : own.slice(0, SHOWN))
      console.log(`       ${name}: ${breaches.slice(0, only === id ? 9 : 1).join('\n         ')}`)
  }
  console.log(JSON.stringify({ n: castings.length, checks: checks.length, failures: failures.length }))
  if (failures.length > 0) process.exitCode = 1
}
