import { z } from 'zod'

/** The five rubric dimensions, in the order of the report. */
export const DimensionId = z.enum(['communication', 'debugging', 'breadth', 'operationalization', 'product'])
export type DimensionId = z.infer<typeof DimensionId>

/** The tracks a job description can map to, each with a pack of content. */
export const TrackId = z.enum(['web-fullstack', 'infra-workflows', 'analytics', 'edge'])
export type TrackId = z.infer<typeof TrackId>

/** The bar the candidate rehearses for; `mid` is coaching mode. */
export const Level = z.enum(['senior', 'mid'])
export type Level = z.infer<typeof Level>

/** What section B (code) is scored on, question by question. */
export const CodeSubScore = z.enum(['correctness', 'prioritization', 'testability', 'clarity', 'complexity'])
export type CodeSubScore = z.infer<typeof CodeSubScore>

/** What sections A and C (background, scenario) are scored on, question by question. */
export const ScenarioSubScore = z.enum([
  'scoping',
  'tradeoffs',
  'correctness',
  'operationalization',
  'communication',
])
export type ScenarioSubScore = z.infer<typeof ScenarioSubScore>

export const SubScoreId = z.union([CodeSubScore, ScenarioSubScore])
export type SubScoreId = z.infer<typeof SubScoreId>

/** Lower-case words joined by hyphens: the id of a content item, and its folder or file name. */
export const ContentId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

/** Text that says something: never empty, white space trimmed. */
export const Prose = z.string().trim().min(1)

/** First and last line, 1-based, inclusive. */
export const LineRange = z
  .tuple([z.number().int().min(1), z.number().int().min(1)])
  .refine(([from, to]) => from <= to, 'the first line comes after the last')
export type LineRange = z.infer<typeof LineRange>
