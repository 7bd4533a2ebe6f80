import type { Fact } from '../catalog/question.ts'
import type { DimensionId, Level, SubScoreId } from '../catalog/vocabulary.ts'

export type SectionId = 'A' | 'B' | 'C' | 'D'

export type QuestionKind = 'background' | 'code' | 'scenario' | 'fallback' | 'wrap-up'

/** An expected point as the finder and the scorer see it, whatever content it came from. */
export interface ExpectedPoint {
  id: string
  text: string
  wordings: string[]
  misheard: string[]
  /** 1-3; points of a probe weigh 1. */
  weight: number
  dimension: DimensionId
  sub: SubScoreId
  /** Planted issue that this point stands for. */
  issueId?: string
  /** The ask that opens the point: it counts as expected once that was asked. */
  askId: string
}

/** One thing the interviewer can ask about a question. */
export interface Ask {
  /** `opener`, `follow-1`..., `probe-<id>`, `callback`. */
  id: string
  text: string
  dimensions: DimensionId[]
  heard: string[]
  missing: string[]
}

/** One unit of a section: a warm-up, a snippet, a scenario or a fallback, in the director's terms. */
export interface Question {
  id: string
  kind: QuestionKind
  title: string
  level: Level
  asks: Ask[]
  points: ExpectedPoint[]
  signals: { id: string; wordings: string[] }[]
  facts: Fact[]
  competencies: string[]
  /** Whole answer at level 4 of the opener. */
  bestAnswer: string
  /** The question that this one asks a part of, as a drill does. */
  whole?: Question
}
