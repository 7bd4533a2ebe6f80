import { CORE_SCHEMA, dump, load } from 'js-yaml'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { schemaOf } from '../src/bank/schema-of.ts'
import { toYaml } from './content-format/to-yaml.ts'

test('every entry stands in its file as the CMS would save it', () => {
  const files = readdirSync('src/content', { recursive: true, encoding: 'utf8' }).filter(schemaOf)
  const other = files.filter((file) => {
    const text = readFileSync(`src/content/${file}`, 'utf8')
    const entry = load(text, { schema: CORE_SCHEMA }) as object
    // A draft may lack what its schema asks for.
    if ('draft' in entry && entry.draft === true) return dump(entry) !== text
    return toYaml(schemaOf(file)?.parse(entry) ?? {}) !== text
  })
  expect(files.length).toBeGreaterThan(200)
  expect(other.map((file) => `${file}: run npm run content:format`)).toEqual([])
})
