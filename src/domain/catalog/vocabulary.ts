import { z } from 'zod'

/** The five rubric dimensions, in the order of the report. */
export const DimensionId = z.enum(['communication', 'debugging', 'breadth', 'operationalization', 'product'])
export type DimensionId = z.infer<typeof DimensionId>

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

/** How grave a planted bug is. */
export const Severity = z.enum(['critical', 'high', 'medium', 'low'])

/** Lower-case words joined by hyphens: the id of a content item, and its folder or file name. */
export const ContentId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'use lower-case words joined by hyphens')

/** A track that a job description can map to: the id of a pack of content. Which there are, the content says. */
export const TrackId = ContentId.describe('The id of a pack.')
export type TrackId = z.infer<typeof TrackId>

/** Text that says something: never empty, white space trimmed. */
export const Prose = z.string().trim().min(1)

/** First and last line, 1-based, inclusive. */
export const LineRange = z
  .tuple([z.number().int().min(1), z.number().int().min(1)])
  .refine(([from, to]) => from <= to, 'the first line comes after the last')
export type LineRange = z.infer<typeof LineRange>

/** Lines as content writes them: `"91-98"`, or `"91"` for one line. Read as a LineRange. */
export const WrittenLines = z.preprocess((value) => {
  const written = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const [, from, to = from] = /^(\d+)(?:-(\d+))?$/.exec(written) ?? []
  return from === undefined ? value : [Number(from), Number(to)]
}, LineRange)
