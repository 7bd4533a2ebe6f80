import { competenciesAsked } from '../../domain/catalog/competencies-asked.ts'
import { factsOf } from '../../domain/operator/facts-of.ts'
import type { OperatorFigures } from '../../domain/operator/figures.ts'
import { summarise } from '../../domain/operator/summarise.ts'
import type { Dependencies } from '../dependencies.ts'
import { readSales } from './read-sales.ts'
import { readSpend } from './read-spend.ts'

/** The span that the figures are of, in ms: 14 days that end now. */
const SPAN_MS = 14 * 24 * 60 * 60 * 1000
/** Sessions read at a time. */
const AT_A_TIME = 50

/** The operator's figures of the last 14 days, made anew from the logs of the sessions that began in them. */
export async function operatorFigures(dependencies: Dependencies): Promise<OperatorFigures> {
  const { bank, log, now, operator } = dependencies
  const toMs = now()
  const fromMs = toMs - SPAN_MS
  const covered = competenciesAsked(bank)
  const ids = (await log.listBegun(fromMs, toMs + 1)).reverse()
  const sold = await readSales(dependencies, fromMs, toMs)
  const sessions = []
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const found = await Promise.all(
      ids.slice(from, from + AT_A_TIME).map((id) => dependencies.sessions.find(id)),
    )
    for (const session of found) {
      if (session) sessions.push(factsOf(session.state, session.events, covered, sold.used.has(session.id)))
    }
  }
  const spendCents = await readSpend(dependencies, fromMs, toMs)
  return summarise({
    fromMs,
    toMs,
    sessions,
    orders: sold.orders,
    spendCents,
    callPrice: operator?.callPrice,
  })
}
