import type { Origin } from '../interview/origin.ts'
import type { Survey } from '../interview/survey.ts'

/** What the operator's figures are made of: one session, without anything that was said in it. */
export interface SessionFacts {
  origin: Origin
  /** It is of a part of an earlier session. */
  practice: boolean
  engine: 'typed' | 'local' | 'elevenlabs'
  started: boolean
  /** It came to the code. */
  reachedCode: boolean
  /** The interviewer said the closing line. */
  completed: boolean
  graded: boolean
  /** A credit was spent on it. */
  paid: boolean
  survey: Survey
  /** Of language models, in US dollars, as far as prices are set. */
  modelCost: number
  /** Spoken through the voice service, in ms. */
  callMs: number
  /** What went wrong on our side, a name each. */
  failures: string[]
  /** Competencies of the posting that no question of the bank is about. */
  uncovered: string[]
}
