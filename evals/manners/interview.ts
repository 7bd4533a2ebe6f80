import type { Sources } from '../../src/domain/interview/director/draft.ts'
import type { NewEvent, SessionEvent } from '../../src/domain/interview/event.ts'
import type { Plan } from '../../src/domain/interview/plan.ts'
import type { SectionId } from '../../src/domain/interview/question.ts'
import type { CandidateTurn } from '../candidates/candidate-turn.ts'

export type EventOf<K extends NewEvent['kind']> = Extract<SessionEvent, { kind: K }>

/** A line of the interviewer. */
export interface Line {
  text: string
  /** What is the interviewer's own in it: without code read aloud, summaries of code and quotations. */
  own: string
  act: EventOf<'agent-said'>['act']
  /** `question/ask` of a line that puts a question. */
  ask?: string
}

/** How things stand before a turn. */
export interface Before {
  section?: SectionId
  /** The question on the table: its id, and the words in which it was put. */
  ask?: { id: string; text: string }
  /** Counted time in ms: of the interview, and at the start of the section. */
  clockMs: number
  sectionStartMs: number
  onHold: boolean
  /** Code on the screen. */
  snippetId?: string
  selected?: { snippetId: string; from: number; to: number }
  silentTurns: number
  isOver: boolean
}

/** A turn of the candidate, or the opening, and all that the interviewer did about it. */
export interface Round {
  turnId: string
  turn: CandidateTurn | { text: ''; means: 'open' }
  before: Before
  events: SessionEvent[]
  lines: Line[]
}

/** An interview as the checks see it. */
export interface Interview {
  log: readonly SessionEvent[]
  plan: Plan
  rounds: Round[]
  sources: Sources
}

/** One yes/no question about an interview. `judge` gives a line for each time that the answer is no. */
export interface Check {
  id: string
  asks: string
  judge: (interview: Interview) => string[]
}
