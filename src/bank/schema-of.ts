import type { z } from 'zod'
import { Company } from '../domain/catalog/company.ts'
import { Competency } from '../domain/catalog/competency.ts'
import { ConceptGroup } from '../domain/catalog/concept.ts'
import { Guide } from '../domain/catalog/guide.ts'
import { Pack } from '../domain/catalog/pack.ts'
import { Reading } from '../domain/catalog/reading.ts'
import { Rubric } from '../domain/catalog/rubric.ts'
import { Sample } from '../domain/catalog/sample.ts'
import { Scenario } from '../domain/catalog/scenario.ts'
import { Snippet } from '../domain/catalog/snippet.ts'
import { Warmup } from '../domain/catalog/warmup.ts'

/** The schema of an entry by its folder. */
export const SCHEMAS = {
  packs: Pack,
  snippets: Snippet,
  scenarios: Scenario,
  warmups: Warmup,
  rubrics: Rubric,
  competencies: Competency,
  readings: Reading,
  concepts: ConceptGroup,
  samples: Sample,
  companies: Company,
  guides: Guide,
} as const

/** The schema of the entry in a file below the content folder; undefined when the file holds none. */
export function schemaOf(file: string): z.ZodType<object> | undefined {
  const [folder = '', ...rest] = file.split(/[\\/]/)
  const isEntry =
    folder === 'snippets' ? rest[1] === 'index.yaml' : rest.length === 1 && file.endsWith('.yaml')
  return isEntry && folder in SCHEMAS ? SCHEMAS[folder as keyof typeof SCHEMAS] : undefined
}
