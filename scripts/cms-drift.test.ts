import type { ComponentSchema } from '@keystatic/core'
import { createReader } from '@keystatic/core/reader'
import { CORE_SCHEMA, load } from 'js-yaml'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import config from '../keystatic.config.ts'
import { SCHEMAS, schemaOf } from '../src/bank/schema-of.ts'

const root = process.cwd()
const reader = createReader(root, config)
const { collections, singletons } = config
const rubrics = Object.keys(singletons) as (keyof typeof singletons)[]
const edited = Object.keys(collections) as (keyof typeof collections)[]

/** Paths of all fields of a form, in order: `issues.finding.id`. */
function formFields(fields: Record<string, ComponentSchema>, at = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => fieldPaths(field, at + name))
}

function fieldPaths(field: ComponentSchema, path: string): string[] {
  if (field.kind === 'object') return formFields(field.fields, `${path}.`)
  return field.kind === 'array' ? fieldPaths(field.element, path) : [path]
}

/** The same of a schema; what a form edits in one field is one. */
function schemaFields(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([name, inner]) =>
      schemaFields(inner, path ? `${path}.${name}` : name),
    )
  }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional)
    return schemaFields(schema.def.innerType, path)
  return schema instanceof z.ZodArray ? schemaFields(schema.element, path) : [path]
}

/** What a reader gives for an empty field, the file leaves out. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      inner === '' || inner === null ? [] : [[key, withoutEmpty(inner)]],
    ),
  )
}

/** A draft has gaps: the schema does not read it. */
function isDraft(entry: object): boolean {
  return 'draft' in entry && entry.draft === true
}

function fileOf(folder: string, id: string): string {
  return folder === 'snippets' ? `snippets/${id}/index.yaml` : `${folder}/${id}.yaml`
}

function parseFile(file: string): unknown {
  return schemaOf(file)?.parse(
    load(readFileSync(`${root}/src/content/${file}`, 'utf8'), { schema: CORE_SCHEMA }),
  )
}

describe('the CMS and the schemas', () => {
  test.each(edited)('have the same fields of %s in the same order', (name) => {
    expect(formFields(collections[name].schema)).toEqual(schemaFields(SCHEMAS[name]))
  })

  test.each(rubrics)('have the same fields of the rubric %s in the same order', (name) => {
    expect(formFields(singletons[name].schema)).toEqual(schemaFields(SCHEMAS.rubrics))
  })

  test.each(edited)('read every entry of %s alike', async (name) => {
    const entries = await reader.collections[name].all()
    const files = entries.map(({ slug }) => fileOf(name, slug))
    const all = readdirSync(`${root}/src/content`, { recursive: true, encoding: 'utf8' })
    expect(files.toSorted()).toEqual(
      all.filter((file) => file.startsWith(`${name}/`) && schemaOf(file)).toSorted(),
    )
    for (const { slug, entry } of entries.filter((each) => !isDraft(each.entry))) {
      const file = fileOf(name, slug)
      expect([file, SCHEMAS[name].parse(withoutEmpty(entry))]).toEqual([file, parseFile(file)])
    }
  })

  test.each(rubrics)('read the rubric %s alike', async (name) => {
    const entry = withoutEmpty(await reader.singletons[name].read())
    expect(SCHEMAS.rubrics.parse(entry)).toEqual(parseFile(`rubrics/${name}.yaml`))
  })
})
