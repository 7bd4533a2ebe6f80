import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Bank } from '../domain/catalog/bank.ts'
import { checkBank } from '../domain/catalog/check-bank.ts'
import { Competency } from '../domain/catalog/competency.ts'
import { Concept } from '../domain/catalog/concept.ts'
import { Pack } from '../domain/catalog/pack.ts'
import { Reading } from '../domain/catalog/reading.ts'
import { Rubric } from '../domain/catalog/rubric.ts'
import { Sample } from '../domain/catalog/sample.ts'
import { Scenario } from '../domain/catalog/scenario.ts'
import { Snippet } from '../domain/catalog/snippet.ts'
import { DimensionId, TrackId } from '../domain/catalog/vocabulary.ts'
import { Warmup } from '../domain/catalog/warmup.ts'
import { contentVersion } from './content-version.ts'

/** Content before it is highlighted. */
export type RawBank = Omit<Bank, 'snippets'> & { snippets: Omit<Bank['snippets'][number], 'html'>[] }

/**
 * Reads and checks all content below `dir`. The one loader: pages, API, proofs, bench and CMS tests use it.
 * @throws Error that names the file and the field of everything that is wrong, all at once.
 */
export function readBank(dir: string): RawBank {
  const problems: string[] = []
  const folder = <S extends z.ZodType>(name: string, schema: S) =>
    readFolder(join(dir, name), name, schema, problems)
  const bank = {
    version: contentVersion(dir),
    packs: folder('packs', Pack).map((pack) => ({ ...pack, id: TrackId.parse(pack.id) })),
    snippets: readSnippets(join(dir, 'snippets'), problems),
    scenarios: folder('scenarios', Scenario),
    warmups: folder('warmups', Warmup),
    rubrics: inReportOrder(folder('rubrics', Rubric).map((file) => Rubric.parse(omitId(file)))),
    competencies: folder('competencies', Competency),
    readings: folder('readings', Reading),
    concepts: folder('concepts', z.strictObject({ concepts: z.array(Concept) })).flatMap(
      (file) => file.concepts,
    ),
    samples: folder('samples', Sample),
  }
  problems.push(...checkBank(bank))
  if (problems.length > 0)
    throw new Error(`The content has ${problems.length} problems:\n${problems.join('\n')}`)
  return bank
}

function inReportOrder(rubrics: Rubric[]): Rubric[] {
  const place = ({ dimension }: Rubric) => DimensionId.options.indexOf(dimension)
  return rubrics.sort((a, b) => place(a) - place(b))
}

function omitId(file: { id: string }): object {
  return Object.fromEntries(Object.entries(file).filter(([key]) => key !== 'id'))
}

function readFolder<S extends z.ZodType>(
  folder: string,
  name: string,
  schema: S,
  problems: string[],
): (z.infer<S> & { id: string })[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
  return files.flatMap((file) => {
    const item = readItem(join(folder, file), `${name}/${file}`, schema, problems)
    return item === undefined
      ? []
      : [{ ...(item as object), id: file.slice(0, -'.yaml'.length) } as z.infer<S> & { id: string }]
  })
}

function readSnippets(folder: string, problems: string[]): RawBank['snippets'] {
  const ids = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return ids
    .map(({ name }) => name)
    .sort()
    .flatMap((id) => {
      if (!existsSync(join(folder, id, 'index.yaml'))) return []
      const snippet = readItem(join(folder, id, 'index.yaml'), `snippets/${id}/index.yaml`, Snippet, problems)
      if (!snippet) return []
      const source = readText(join(folder, id, snippet.code), `snippets/${id}/${snippet.code}`, problems)
      const logText =
        snippet.log && readText(join(folder, id, snippet.log), `snippets/${id}/${snippet.log}`, problems)
      return [{ ...snippet, id, source, ...(logText ? { logText } : {}) }]
    })
}

function readItem<S extends z.ZodType>(
  path: string,
  name: string,
  schema: S,
  problems: string[],
): z.infer<S> | undefined {
  const parsed = schema.safeParse(parse(readFileSync(path, 'utf8')))
  if (parsed.success) return parsed.data
  for (const { path: at, message } of parsed.error.issues)
    problems.push(`${name}: ${at.join('.') || 'file'}: ${message}`)
  return undefined
}

function readText(path: string, name: string, problems: string[]): string {
  if (existsSync(path)) return readFileSync(path, 'utf8')
  problems.push(`${name}: the file is missing`)
  return ''
}
