import { z } from 'zod'
import { Company } from './company.ts'
import { Competency } from './competency.ts'
import { Concept } from './concept.ts'
import { Guide } from './guide.ts'
import { Pack } from './pack.ts'
import { Reading } from './reading.ts'
import { Rubric } from './rubric.ts'
import { Sample } from './sample.ts'
import { Scenario } from './scenario.ts'
import { Snippet } from './snippet.ts'
import { ContentId, TrackId } from './vocabulary.ts'
import { Warmup } from './warmup.ts'

const id = { id: ContentId }

/** A snippet with the files beside it read in. */
export const BankSnippet = Snippet.extend({
  ...id,
  /** The shown code. */
  source: z.string().min(1),
  /** The shown log or trace. */
  logText: z.string().optional(),
  /** The code as HTML with classes: one `<span class="line">` a line. */
  html: z.string(),
})
export type BankSnippet = z.infer<typeof BankSnippet>

export const BankScenario = Scenario.extend(id)
export type BankScenario = z.infer<typeof BankScenario>

export const BankWarmup = Warmup.extend(id)
export type BankWarmup = z.infer<typeof BankWarmup>

export const BankCompetency = Competency.extend(id)
export type BankCompetency = z.infer<typeof BankCompetency>

export const BankReading = Reading.extend(id)
export type BankReading = z.infer<typeof BankReading>

export const BankSample = Sample.extend(id)
export type BankSample = z.infer<typeof BankSample>

export const BankCompany = Company.extend(id)
export type BankCompany = z.infer<typeof BankCompany>

export const BankGuide = Guide.extend(id)
export type BankGuide = z.infer<typeof BankGuide>

export const BankPack = Pack.extend({ id: TrackId })
export type BankPack = z.infer<typeof BankPack>

/** All content, checked and whole. Server only: it holds the answer keys. */
export const Bank = z.object({
  /** Digest of all content: the same content has the same version. */
  version: z.string().min(1),
  packs: z.array(BankPack).min(1),
  snippets: z.array(BankSnippet),
  scenarios: z.array(BankScenario),
  warmups: z.array(BankWarmup),
  rubrics: z.array(Rubric.extend(id)).length(5),
  competencies: z.array(BankCompetency),
  readings: z.array(BankReading),
  concepts: z.array(Concept),
  samples: z.array(BankSample),
  /** Pages of the site; content made before there were any has none. */
  companies: z.array(BankCompany).default([]),
  guides: z.array(BankGuide).default([]),
})
export type Bank = z.infer<typeof Bank>
