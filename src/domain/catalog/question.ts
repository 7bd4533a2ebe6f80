import { z } from 'zod'
import { ContentId, DimensionId, Prose, SubScoreId } from './vocabulary.ts'

/** Something a good answer says. Its wordings are how candidates really put it. */
export const Point = z.strictObject({
  id: ContentId,
  text: Prose,
  wordings: z.array(Prose).min(3),
  /** The same, as a speech recogniser gets it wrong. */
  misheard: z.array(Prose).default([]),
  weight: z.number().int().min(1).max(3),
  dimension: DimensionId,
  sub: SubScoreId,
})
export type Point = z.infer<typeof Point>

/** Something that is heard but never scored: it only chooses a follow-up. */
export const Signal = z.strictObject({ id: ContentId, wordings: z.array(Prose).min(2) })
export type Signal = z.infer<typeof Signal>

/** Asked when every `heard` point or signal was heard and no `missing` one was. */
export const FollowUp = z.strictObject({
  heard: z.array(ContentId).default([]),
  missing: z.array(ContentId).default([]),
  ask: Prose,
})
export type FollowUp = z.infer<typeof FollowUp>

/** A point of a probe: unweighted, in the probe's own dimension. */
export const ProbePoint = z.strictObject({ text: Prose, wordings: z.array(Prose).min(2) })

/** A drill-down question with an answer key of its own. */
export const Probe = z.strictObject({
  id: ContentId,
  ask: Prose,
  dimension: DimensionId,
  points: z.array(ProbePoint).min(2),
  best: Prose,
})
export type Probe = z.infer<typeof Probe>

/** What a clarifying question is answered with. One fact, one subject, nothing volunteered. */
export const Fact = z.strictObject({ id: ContentId, patterns: z.array(Prose).min(1), answer: Prose })
export type Fact = z.infer<typeof Fact>

/** Whole spoken answers at three levels of the one scale. */
export const Answers = z.strictObject({ '2': Prose, '3': Prose, '4': Prose })

const EarnedPoints = z.strictObject({
  full: z.array(ContentId).default([]),
  partly: z.array(ContentId).default([]),
  falseAlarms: z.array(ContentId).default([]),
})

/** What each of the answers is expected to earn; the grader is tested against it. */
export const AnswerPoints = z.strictObject({
  '2': EarnedPoints,
  '3': EarnedPoints,
  '4': EarnedPoints,
})

/** One of the readings, for whoever missed the named points or issues. */
export const QuestionReading = z.strictObject({
  reading: ContentId,
  for: z.array(ContentId).default([]),
})
