import type { DimensionId, Level, TrackId } from '../catalog/vocabulary.ts'
import type { Proposal, ProposalFailure } from '../grading/proposal.ts'
import type { JdProfile } from '../jd/jd-profile.ts'
import type { HeardTerm } from '../speech/heard-term.ts'
import type { Report } from '../report/report.ts'
import type { Plan } from './plan.ts'
import type { Origin } from './origin.ts'
import type { SectionId } from './question.ts'

/** `draft` until a plan is made, `closed` after the closing line, `finished` once graded or abandoned. */
export type Phase = 'draft' | 'ready' | 'live' | 'closed' | 'finished'

export interface Entry {
  /** The candidate's turn id, or `agent-<seq>`. */
  turnId: string
  seq: number
  speaker: 'agent' | 'candidate'
  text: string
  heard?: string
  /** The text before it was corrected. */
  edited?: string
  /** What the candidate would have it read, where that goes beyond a mishearing: shown, never scored. */
  rewritten?: string | undefined
  /** Milliseconds on the interview's clock-on-the-wall: since `started`, pauses included. */
  startMs: number
  endMs: number
  section: SectionId
  questionId?: string
  askId?: string
  /** Of the candidate: spoken, not typed. */
  spoken?: true
  unsure: [number, number][]
  /** Where other words were heard than were meant, as far as that is known; `text` stays as heard. */
  terms?: HeardTerm[]
  /** The term that "Did you say ...?" had just named: saying it back earns nothing. */
  askedTerm?: string
}

/** A near term that the candidate has been asked about. */
export interface Doubt {
  turnId: string
  questionId: string
  from: number
  to: number
  term: string
}

export interface HeardPoint {
  degree: 'full' | 'partly'
  turnId: string
  /** Highest hint tier given for this point's issue before it was heard; 0 is unaided. */
  hintTier: number
}

export interface QuestionState {
  id: string
  section: SectionId
  /** Ask ids in the order asked. */
  asked: string[]
  heard: Record<string, HeardPoint>
  signals: string[]
  /** Highest tier given, by issue. */
  hints: Record<string, number>
  /** Candidate turns spent on it. */
  turns: number
  /** Turns in a row that did not touch the question. */
  offTopic: number
  clarified: { turnId: string; factId?: string }[]
  /** A follow-up that a model has proposed; once asked it stays. */
  suggested?: string
  closed?: 'done' | 'skipped' | 'silent' | 'time'
}

/** Where a part of the interview can be heard. */
export interface StoredRecording {
  href: string
  /** What is added to milliseconds since `started` to find the place in the recording. */
  offsetMs: number
  /** It is no longer than this. */
  lengthMs?: number
}

/** A conversation with the voice service. */
export interface Call {
  conversationId: string
  /** `at` of `call-started`; undefined when the page never told of it. */
  startedAt?: number
  /** The candidate had agreed to be recorded when it began, and has not taken it back. */
  agreed: boolean
  /** What the service says once it is over. */
  ended?: { durationMs: number; hasAudio: boolean }
}

export interface SessionState {
  /** Sequence number of the last event folded in; 0 before any. */
  seq: number
  phase: Phase
  ownerId: string
  createdAt: number
  jd: string
  profile?: JdProfile
  level: Level
  domain: TrackId | 'auto'
  focus: string[]
  extraTime: boolean
  origin?: Origin
  /** What the candidate answers with; voice engines wait less for silence. */
  engine: 'typed' | 'local' | 'elevenlabs'
  plan?: Plan
  /** `at` of `started`; undefined before. */
  startedAt?: number
  /** `at` of the last event. */
  lastAt: number
  /** Counted interview time: hold, absence and what a gap has over 60 s are left out. */
  clockMs: number
  onHold: boolean
  away: boolean
  section?: SectionId | undefined
  /** `clockMs` when the section was entered. */
  sectionStartMs: number
  /** Answers, skips and silences in this section. */
  sectionTurns: number
  /** Everything the candidate said in this section, requests included. */
  sectionSaid: number
  questions: Record<string, QuestionState>
  /** What the interviewer waits for an answer to. */
  current?: { questionId: string; askId: string; text: string } | undefined
  /** How many asks so far could show each dimension. */
  coverage: Record<DimensionId, number>
  transcript: Entry[]
  shownSnippets: string[]
  highlighted?: { snippetId: string; from: number; to: number } | undefined
  selected?: { snippetId: string; from: number; to: number }
  /** "Did you say ...?" that has not been answered yet. */
  doubt?: Doubt | undefined
  /** Questions at which it was asked, in order. */
  doubted: string[]
  /** Rungs of the silence ladder climbed for the current ask. */
  silenceRung: number
  marks: { turnId: string; atMs: number }[]
  notes: { text: string; turnId: string; atMs: number }[]
  /** Turns that have been taken, the text as sent and the seq of the event that took it. */
  turns: { turnId: string; text: string; seq: number }[]
  /** The candidate's last turn while it can still be said in other words, and how the interview stood before it. */
  provisional?: { turnId: string; before: Standing } | undefined
  recordingAgreed: boolean
  recordings: StoredRecording[]
  calls: Call[]
  /** What a language model proposed as evidence, by question: its readings in order. */
  proposals?: Record<string, Proposal[][]>
  /** The model that was asked last, and why it did not do all it was asked for. */
  proposer?: { model: string; version: string; failed?: ProposalFailure }
  survey?: Record<string, string | number>
  report?: Report
}

/** How an interview stands: all that the answer to a turn can change. */
export type Standing = Pick<
  SessionState,
  | 'phase'
  | 'section'
  | 'sectionStartMs'
  | 'sectionTurns'
  | 'sectionSaid'
  | 'questions'
  | 'current'
  | 'coverage'
  | 'transcript'
  | 'shownSnippets'
  | 'highlighted'
  | 'doubt'
  | 'doubted'
>

/** What an event changes in the state. */
export type Patch = Partial<SessionState>
