import { z } from 'zod'
import { AnswerPoints, Answers, Fact, FollowUp, Point, Probe, QuestionReading, Signal } from './question.ts'
import { ContentId, Level, Prose, TrackId } from './vocabulary.ts'

/** A design question that starts broad. `{product}`, `{stack}` and `{scale}` in the opener are filled
 * with words of the job description, or with these when it has none. */
export const Scenario = z.strictObject({
  title: Prose,
  /** Not finished: nothing else about it is checked, and it is never asked. */
  draft: z.boolean().default(false),
  pack: TrackId,
  competencies: z.array(ContentId).min(1),
  level: Level,
  public: z.boolean(),
  opener: Prose,
  slots: z.strictObject({
    product: Prose.optional(),
    stack: Prose.optional(),
    scale: Prose.optional(),
  }),
  /** Said with the opener. */
  constraints: z.array(Prose).min(1).max(3),
  points: z.array(Point).min(5),
  signals: z.array(Signal).default([]),
  followUps: z.array(FollowUp).min(4),
  /** A follow-up that refers back to the system of section A; `{system}` takes the candidate's words. */
  callback: Prose.refine((text) => text.includes('{system}'), 'say {system} where their words go'),
  probes: z.array(Probe).min(1),
  facts: z.array(Fact).min(3),
  answers: Answers,
  answerPoints: AnswerPoints,
  readings: z.array(QuestionReading).min(1),
})
export type Scenario = z.infer<typeof Scenario>
