import { verdictWords } from '../domain/report/verdict-words.ts'
import { practiceName } from './practice-name.ts'
import type { SessionSummary } from '../wire/sessions.ts'

export interface SessionRow {
  /** ISO 8601, UTC. */
  createdAt: string
  track: string
  level: string
  /** One decimal, or null without a verdict. */
  overall: string | null
  verdict: string
  href: string
  /** What its link does. */
  action: string
  deleteHref: string
}

const LEVELS = { senior: 'Senior', mid: 'Mid, with coaching' }
const ACTIONS = {
  draft: 'See the plan',
  ready: 'See the plan',
  live: 'Go on where you were',
  closed: 'Finish and get the report',
  finished: 'Read the report',
}
const UNSCORED = {
  draft: 'not started',
  ready: 'not started',
  live: 'under way',
  closed: 'not graded yet',
  finished: 'not enough evidence',
}

/** One line of the list of sessions, worded. */
export function sessionRow({
  id,
  createdAt,
  phase,
  track,
  level,
  overall,
  verdict,
  practice,
}: SessionSummary): SessionRow {
  return {
    createdAt,
    track: practice ? `${track}. ${practiceName(practice)}` : track,
    level: LEVELS[level],
    overall: overall === null || practice ? null : overall.toFixed(1),
    verdict: outcomeWords(phase, verdict, practice !== null),
    href: phase === 'finished' ? `/report/${id}` : `/session/${id}`,
    action: ACTIONS[phase],
    deleteHref: `/session/${id}/delete`,
  }
}

function outcomeWords(
  phase: SessionSummary['phase'],
  verdict: SessionSummary['verdict'],
  isPractice: boolean,
): string {
  if (verdict === null) return UNSCORED[phase]
  return isPractice ? 'practised' : verdictWords[verdict]
}
