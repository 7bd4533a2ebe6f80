import { enterSection } from './enter-section.ts'
import type { Draft } from './draft.ts'
import { emit } from './draft.ts'
import { openSections } from '../open-sections.ts'
import type { Plan } from '../plan.ts'
import { plannedMs } from '../planned-ms.ts'
import { minutesOf } from './minutes-of.ts'

/** Starts the clock, says what this is, and asks the first question. */
export function openInterview(draft: Draft): Draft {
  const total = minutesOf(plannedMs(draft.plan))
  const { turnId, callId } = draft.turn
  const started = emit(draft, { kind: 'started', turnId, ...(callId ? { callId } : {}) })
  const [first = 'A'] = openSections(draft.plan)
  return enterSection(started, first, greetingOf(draft.plan, total))
}

function greetingOf({ practice }: Plan, total: number): string {
  if (practice?.kind === 'drill')
    return `Hello again. This is a drill of about ${total} minutes: one question.`
  if (practice) return 'Hello again. Here is that question once more; your first answer stands.'
  return (
    `Hello, I'm the Offhook interviewer, a program, and we have about ${total} minutes: your background, ` +
    `some code, design questions and a wrap-up. You can ask me to repeat, to read lines aloud or to move on at any time.`
  )
}
