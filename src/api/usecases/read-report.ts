import type { Report } from '../../domain/report/report.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { expireSession } from './expire-session.ts'

/**
 * The report of a finished session, for its owner.
 * @throws Fault `not-found`, `report-not-ready`.
 */
export async function readReport(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
): Promise<Report> {
  const { state } = await expireSession(dependencies, await dependencies.sessions.own(id, ownerId))
  if (!state.report) throw new Fault('report-not-ready', 'This interview has not been finished.')
  return state.report
}
