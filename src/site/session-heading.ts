import type { PublicState } from '../wire/public-event.ts'
import type { PublicPlan } from '../wire/public-plan.ts'
import { formatClock } from '../domain/report/format-clock.ts'

export interface SessionHeading {
  title: string
  lead: string
  /** What the button for typing says and does. */
  join: string
  /** The same for speaking; null where nothing is left to be said. */
  speak: string | null
  joinHint: string
}

const STARTS = 'By voice the clock starts after a look at your microphone; by typing, at once.'

/** What the page before the interview says, by how far the interview has come. */
export function sessionHeading(
  plan: PublicPlan,
  state: Pick<PublicState, 'phase' | 'clockMs'>,
): SessionHeading {
  if (state.phase === 'live') {
    return {
      title: 'Your interview is under way',
      lead: `The clock stands at ${formatClock(state.clockMs)} of about ${plan.minutes} minutes. Nothing you said is lost.`,
      join: 'Go on by typing',
      speak: 'Go on by voice',
      joinHint: 'The clock goes on when you do.',
    }
  }
  if (state.phase === 'closed') {
    return {
      title: 'Your interview is over',
      lead: 'The last line has been said, and the report is not made yet.',
      join: 'Finish and get the report',
      speak: null,
      joinHint: 'Opens the end of the interview.',
    }
  }
  if (plan.practice) return practiceHeading(plan, plan.practice)
  return {
    title: plan.engineering ? 'Your plan' : 'This does not read like an engineering role',
    lead: readyLead(plan),
    join: 'Join and type',
    speak: 'Join and speak',
    joinHint: STARTS,
  }
}

function practiceHeading(
  { minutes }: PublicPlan,
  { kind, about }: NonNullable<PublicPlan['practice']>,
): SessionHeading {
  const isDrill = kind === 'drill'
  return {
    title: isDrill ? `Three minutes on ${about ?? 'what was missed'}` : 'One question again',
    lead: isDrill
      ? `One question on material you have not met, about ${minutes} minutes. Nothing else counts.`
      : `The question as it was, about ${minutes} minutes. Your first score stands; the answers are shown side by side.`,
    join: isDrill ? 'Start by typing' : 'Answer by typing',
    speak: isDrill ? 'Start by voice' : 'Answer by voice',
    joinHint: STARTS,
  }
}

function readyLead({ engineering, track, minutes, competencies }: PublicPlan): string {
  if (!engineering) {
    return `Nothing was found that a technical screen could ask about. The ${track.name} interview is proposed instead, about ${minutes} minutes; correct it below, or paste another posting.`
  }
  const grounded = competencies.filter(({ ground }) => ground !== undefined).length
  const found = grounded === 1 ? 'one thing was found' : `${grounded} things were found`
  return `About ${minutes} minutes on ${track.name}. In the posting, ${found} to ask about.`
}
