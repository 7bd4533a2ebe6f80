import { readFileSync } from 'node:fs'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import { sayProblem } from './say-problem.ts'

/** An entry that says it is a draft: whatever else it holds is not looked at. */
const Draft = z.looseObject({ draft: z.literal(true) })

/** Where reading notes what is wrong, a line each, and what it left out. */
export interface Notes {
  problems: string[]
  drafts: string[]
}

/**
 * Reads one YAML file by its schema. A draft and a file with problems give undefined and are noted under `name`; text
 * is `is missing`, a field is named by its path.
 */
export function readEntry<S extends z.ZodType>(
  path: string,
  name: string,
  schema: S,
  notes: Notes,
): z.infer<S> | undefined {
  const raw = parseYaml(readFileSync(path, 'utf8'))
  if ('problem' in raw) {
    notes.problems.push(`${name}: ${raw.problem}`)
    return undefined
  }
  if (Draft.safeParse(raw.value).success) {
    notes.drafts.push(name)
    return undefined
  }
  const parsed = schema.safeParse(raw.value, { reportInput: true })
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    notes.problems.push(`${name}: ${issue.path.join('.') || 'file'}: ${sayProblem(issue)}`)
  }
  return undefined
}

function parseYaml(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) }
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    return { problem: `this is no YAML: ${first}` }
  }
}
