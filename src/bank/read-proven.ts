import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { z } from 'zod'
import { ContentId } from '../domain/catalog/vocabulary.ts'

/** Digests of what was proven when the proof last passed, by snippet; `npm run content:check` writes it. */
const Proven = z.record(ContentId, z.string())

export const PROVEN_FILE = 'proven.yaml'

/**
 * Which snippets of the content below `dir` are proven, and in which state.
 * @throws Error that says to run the check again when the file is broken
 */
export function readProven(dir: string): Record<string, string> {
  const path = join(dir, PROVEN_FILE)
  if (!existsSync(path)) return {}
  const parsed = Proven.safeParse(load(readFileSync(path, 'utf8'), { schema: CORE_SCHEMA }) ?? {})
  if (parsed.success) return parsed.data
  throw new Error(`${PROVEN_FILE} is broken: delete it and run npm run content:check`)
}
