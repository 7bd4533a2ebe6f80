import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import type { Notes } from './read-entry.ts'
import { readEntry } from './read-entry.ts'

/** Every finished entry of a folder with one YAML file each, by file name, which is its id. */
export function readFolder<S extends z.ZodType<object>>(
  dir: string,
  folder: string,
  schema: S,
  notes: Notes,
): (z.infer<S> & { id: string })[] {
  if (!existsSync(join(dir, folder))) return []
  const files = readdirSync(join(dir, folder))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
  return files.flatMap((file) => {
    const entry = readEntry(join(dir, folder, file), `${folder}/${file}`, schema, notes)
    return entry === undefined ? [] : [{ ...entry, id: file.slice(0, -'.yaml'.length) }]
  })
}
