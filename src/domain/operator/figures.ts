import { z } from 'zod'

const Share = z.number().min(0).max(1).nullable()
const Count = z.number().int().nonnegative()
const Funnel = z.object({
  /** Plans made. */
  plans: Count,
  started: Count,
  reachedCode: Count,
  completed: Count,
  /** Sessions that a credit was spent on. */
  paid: Count,
})

/** What the operator sees of a span of time. A figure without anything to make it from is null, never 0. */
export const OperatorFigures = z.object({
  /** ISO 8601, UTC. */
  from: z.string(),
  to: z.string(),
  /** Whole interviews; what was practised again is `practice`. */
  sessions: Funnel,
  practice: Count,
  /** Of the started: those that came to the closing line. */
  completion: Share,
  csat: z.object({ mean: z.number().nullable(), answers: Count }),
  /** Would buy again. */
  repurchase: z.object({ share: Share, answers: Count }),
  /** Mean of 1 to 5, of those who gave both. */
  confidence: z.object({ before: z.number().nullable(), after: z.number().nullable(), answers: Count }),
  themes: z.object({ feltRealistic: Count, knowWhatToFix: Count }),
  /** How the calls themselves went, as candidates told. */
  calls: z.object({ passed: Count, failed: Count, waiting: Count }),
  /** Lines of why, newest session first. */
  why: z.array(z.string()),
  money: z.object({
    revenueCents: Count,
    spendCents: Count,
    buyers: Count,
    /** Revenue for each buyer, spend for each first-time buyer. */
    arpuCents: z.number().nullable(),
    cacCents: z.number().nullable(),
  }),
  cost: z.object({
    /** US dollars, as far as prices are set. */
    models: z.number(),
    calls: z.number().nullable(),
    perSession: z.number().nullable(),
    callMinutes: z.number(),
  }),
  /** What went wrong on our side, most often first. */
  failures: z.array(z.object({ kind: z.string(), count: Count })),
  /** By where they came from, most plans first. */
  funnel: z.array(Funnel.extend({ landing: z.string().nullable(), invite: z.string().nullable() })),
  /** Competencies of postings that no question is about, most often first. */
  uncovered: z.array(z.object({ competency: z.string(), sessions: Count })),
})
export type OperatorFigures = z.infer<typeof OperatorFigures>
