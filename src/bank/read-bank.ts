import { join } from 'node:path'
import type { z } from 'zod'
import type { Bank } from '../domain/catalog/bank.ts'
import { checkBank } from '../domain/catalog/check-bank.ts'
import { DimensionId } from '../domain/catalog/vocabulary.ts'
import { contentVersion } from './content-version.ts'
import { proofDigest } from './proof-digest.ts'
import type { Notes } from './read-entry.ts'
import { readFolder } from './read-folder.ts'
import { readProven } from './read-proven.ts'
import type { RawSnippet } from './read-snippets.ts'
import { readSnippets } from './read-snippets.ts'
import { SCHEMAS } from './schema-of.ts'

/** Content before it is highlighted, and what is no part of it yet. */
export type RawBank = Omit<Bank, 'snippets'> & {
  snippets: RawSnippet[]
  /** Files of entries that are drafts. */
  drafts: string[]
  /** Finished snippets that no proof has passed for as they stand now; nobody is asked about them. */
  unproven: RawSnippet[]
}

/**
 * Reads and checks all content below `dir`. The one loader: pages, API, proofs, bench and CMS tests use it.
 * @throws Error that names the file and the field of everything that is wrong, all at once.
 */
export function readBank(dir: string): RawBank {
  const notes: Notes = { problems: [], drafts: [] }
  const folder = <S extends z.ZodType<object>>(name: string, schema: S) =>
    readFolder(dir, name, schema, notes)
  const snippets = readSnippets(dir, notes)
  const proven = readProven(dir)
  const isProven = (snippet: RawSnippet) =>
    proven[snippet.id] !== undefined &&
    proven[snippet.id] === proofDigest(join(dir, 'snippets'), snippet.id, snippet)
  const bank = {
    version: contentVersion(dir),
    packs: folder('packs', SCHEMAS.packs).sort((a, b) => a.order - b.order),
    snippets,
    scenarios: folder('scenarios', SCHEMAS.scenarios),
    warmups: folder('warmups', SCHEMAS.warmups),
    rubrics: inReportOrder(folder('rubrics', SCHEMAS.rubrics)),
    competencies: folder('competencies', SCHEMAS.competencies),
    readings: folder('readings', SCHEMAS.readings),
    concepts: folder('concepts', SCHEMAS.concepts).flatMap((file) => file.concepts),
    samples: folder('samples', SCHEMAS.samples),
    companies: folder('companies', SCHEMAS.companies),
    guides: folder('guides', SCHEMAS.guides),
  }
  const problems = [...notes.problems, ...checkBank(bank)]
  if (problems.length > 0)
    throw new Error(`The content has ${problems.length} problems:\n${problems.join('\n')}`)
  return {
    ...bank,
    snippets: snippets.filter(isProven),
    unproven: snippets.filter((snippet) => !isProven(snippet)),
    drafts: notes.drafts,
  }
}

function inReportOrder(rubrics: Bank['rubrics']): Bank['rubrics'] {
  const place = ({ dimension }: Bank['rubrics'][number]) => DimensionId.options.indexOf(dimension)
  return rubrics.sort((a, b) => place(a) - place(b))
}
