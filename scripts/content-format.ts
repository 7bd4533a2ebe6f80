/** Writes every finished entry of the content in the CMS's own style and order; drafts and broken entries stay. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CORE_SCHEMA, load } from 'js-yaml'
import { schemaOf } from '../src/bank/schema-of.ts'
import { toYaml } from './content-format/to-yaml.ts'

const DIR = 'src/content'

const files = readdirSync(DIR, { recursive: true, encoding: 'utf8' }).filter(
  (file) => schemaOf(file) !== undefined,
)
for (const file of files.sort()) {
  const path = join(DIR, file)
  const text = readFileSync(path, 'utf8')
  const entry = schemaOf(file)?.safeParse(load(text, { schema: CORE_SCHEMA }))
  if (!entry?.success) continue
  const formatted = toYaml(entry.data)
  if (formatted === text) continue
  writeFileSync(path, formatted)
  console.log(file)
}
