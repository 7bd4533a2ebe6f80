import { enterSection } from './enter-section.ts'
import type { Draft } from './draft.ts'
import { emit } from './draft.ts'
import { minutesOf } from './minutes-of.ts'

/** Starts the clock, says what this is, and asks the first question. */
export function openInterview(draft: Draft): Draft {
  const { A, B, C, D } = draft.plan.sections
  const total = minutesOf(A.budgetMs + B.budgetMs + C.budgetMs + D.budgetMs)
  const started = emit(draft, { kind: 'started', turnId: draft.turn.turnId })
  const greeting =
    `Hello, I'm the Offhook interviewer, a program, and we have about ${total} minutes: your background, ` +
    `some code, a design question and a wrap-up. You can ask me to repeat, to read lines aloud or to move on at any time.`
  return enterSection(started, 'A', greeting)
}
