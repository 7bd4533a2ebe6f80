import { z } from 'zod'
import { AnswerPoints, Answers, FollowUp, Point, Probe, QuestionReading, Signal } from './question.ts'
import { Prose } from './vocabulary.ts'

/** The background question of section A: a system owned end to end. */
export const Warmup = z.strictObject({
  title: Prose,
  /** Not finished: nothing else about it is checked, and it is never asked. */
  draft: z.boolean().default(false),
  public: z.boolean(),
  opener: Prose,
  points: z.array(Point).min(5),
  signals: z.array(Signal).default([]),
  followUps: z.array(FollowUp).min(3),
  /** The first probe asks for targets and how they were measured. */
  probes: z.array(Probe).min(1),
  answers: Answers,
  answerPoints: AnswerPoints,
  readings: z.array(QuestionReading).min(1),
})
export type Warmup = z.infer<typeof Warmup>
