import type { z } from 'zod'
import type { DimensionId, Severity, SubScoreId } from '../catalog/vocabulary.ts'
import type { ExpectedPoint, Question, SectionId } from '../interview/question.ts'
import type { Entry } from '../interview/state.ts'
import type { AnswerKeyEntry, Evidence, Report } from '../report/report.ts'
import type { Score } from './rules.ts'
import type { Telling } from './share-of-telling.ts'

/** A point that was heard, with its receipt. */
export interface Heard {
  degree: 'full' | 'partly'
  /** 0-1: what was heard of it, where the finder says more than its degree. */
  share?: number
  /** Highest hint tier given before it was heard; 0 is unaided. */
  hintTier: number
  evidence: Evidence
}

/** A candidate's turn as the grader reads it. */
export interface GradedTurn {
  entry: Entry
  /** What it answers; its words earn nothing when said back. */
  asked: string
  /** Ids of the points that the ask asks for directly. */
  askedFor: ReadonlySet<string>
  /** 0-1. */
  relevance: number
}

/** Correct code that was called a bug. */
export interface FalseAlarm {
  trapId: string
  evidence: Evidence
}

/** One question that was asked, and what was heard of it. */
export interface QuestionGrade {
  question: Question
  section: SectionId
  /** Texts of what was asked, in order. */
  asked: string[]
  turns: GradedTurn[]
  /** Points that count: opened by an ask that was answered, or volunteered in full. */
  expected: ExpectedPoint[]
  heard: ReadonlyMap<string, Heard>
  /** Relevant speech that earned nothing where something was expected, by dimension. */
  against: { dimension: DimensionId; evidence: Evidence }[]
  falseAlarms: FalseAlarm[]
  communication: Telling
  subScores: { id: SubScoreId; score: Score | null }[]
  score: Score | null
}

/** How grave the planted issues of each snippet are; a bank says it, and so does a report. */
export interface IssueSeverities {
  snippets: readonly { id: string; issues: readonly { id: string; severity: z.infer<typeof Severity> }[] }[]
}

export interface DimensionGrade {
  id: DimensionId
  score: Score | null
  /** Share of the expected weight that was earned, 0-1. */
  share: number
  /** Published rules that moved the score off the band of the share. */
  caps: string[]
  evidence: Evidence[]
}

export interface SessionGrade {
  questions: QuestionGrade[]
  dimensions: Record<DimensionId, DimensionGrade>
  answerKey: AnswerKeyEntry[]
  overall: number | null
  verdict: Report['verdict']
}
