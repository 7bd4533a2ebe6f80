import type { SessionSummary } from '../../wire/sessions.ts'
import { toPublicPractice } from '../../wire/to-public-practice.ts'
import type { Dependencies } from '../dependencies.ts'
import type { Session } from '../session-store.ts'

/** An owner's sessions, newest first; none for a stranger. */
export async function listSessions(
  { bank, log, sessions }: Dependencies,
  ownerId: string | undefined,
): Promise<SessionSummary[]> {
  if (ownerId === undefined) return []
  const found = await Promise.all((await log.listByOwner(ownerId)).map((id) => sessions.find(id)))
  const nameOf = new Map(bank.packs.map(({ id, shortName }) => [id, shortName]))
  return found.flatMap((session) => (session ? [summaryOf(session, nameOf)] : []))
}

function summaryOf({ id, state }: Session, nameOf: Map<string, string>): SessionSummary {
  const track = state.plan?.track.id ?? 'web-fullstack'
  const practice = state.plan?.practice
  return {
    id,
    createdAt: new Date(state.createdAt).toISOString(),
    phase: state.phase,
    track: nameOf.get(track) ?? track,
    level: state.level,
    overall: state.report?.overall ?? null,
    verdict: state.report?.verdict ?? null,
    dimensions: (state.report?.dimensions ?? []).map(({ id: dimension, name, score, spread }) => {
      return { id: dimension, name, score, spread: spread ?? null }
    }),
    practice: practice ? { ...toPublicPractice(practice), questionId: practice.questionId } : null,
  }
}
