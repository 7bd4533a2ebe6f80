import { chooseWording } from './choose-wording.ts'
import type { Draft } from './draft.ts'

/** Why the interviewer goes on: to what was just said a line has to fit. `faint`: hardly anything was heard in it. */
export type Cause = 'answered' | 'faint' | 'unknown' | 'astray' | 'silent' | 'skipped'

/** Short and neutral: none of them says whether an answer was good. */
const wordings: Record<Cause, string[]> = {
  answered: ['', 'Okay.', '', 'All right.', '', 'I see.'],
  faint: [''],
  unknown: ["That's fine.", "That's all right.", 'No problem.'],
  astray: ['Let me ask something else.', "Let's try another one."],
  silent: ["Let's go on.", "I'll take us on."],
  skipped: [''],
}

/** What is said before the next question; empty when it is better asked at once. */
export function leadIn(draft: Draft, cause: Cause): string {
  return chooseWording(wordings[cause], draft.plan.seed, `lead-in ${draft.turn.turnId}`)
}
