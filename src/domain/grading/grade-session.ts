import type { Bank } from '../catalog/bank.ts'
import type { DimensionId, SubScoreId } from '../catalog/vocabulary.ts'
import type { Question } from '../interview/question.ts'
import type { SessionState } from '../interview/state.ts'
import type { AnswerKeyEntry, Evidence, Report } from '../report/report.ts'
import type { Finder } from './finder.ts'

export type Score = 1 | 2 | 3 | 4

export interface HeardEvidence {
  degree: 'full' | 'partly'
  /** 0 is unaided. */
  hintTier: number
  evidence: Evidence
}

/** One asked question and what was heard of it. */
export interface QuestionGrade {
  question: Question
  asked: string[]
  heard: Record<string, HeardEvidence>
  missed: string[]
  subScores: { id: SubScoreId; score: Score | null }[]
  score: Score | null
}

export interface DimensionGrade {
  id: DimensionId
  score: Score | null
  evidence: Evidence[]
  /** Share of the expected weight that was heard, 0-1. */
  share: number
  /** Published caps that lowered the score. */
  caps: string[]
}

export interface SessionGrade {
  questions: QuestionGrade[]
  dimensions: Record<DimensionId, DimensionGrade>
  answerKey: AnswerKeyEntry[]
  overall: number | null
  verdict: Report['verdict']
}

export type GradeSession = (state: SessionState, bank: Bank, finder: Finder) => SessionGrade
