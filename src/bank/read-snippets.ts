import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BankSnippet } from '../domain/catalog/bank.ts'
import { Snippet } from '../domain/catalog/snippet.ts'
import type { Notes } from './read-entry.ts'
import { readEntry } from './read-entry.ts'

/** A snippet with the files beside it, before it is highlighted. */
export type RawSnippet = Omit<BankSnippet, 'html'>

/** Every finished snippet below `snippets/`, each a folder, with its code and log read in. */
export function readSnippets(dir: string, notes: Notes): RawSnippet[] {
  const folder = join(dir, 'snippets')
  if (!existsSync(folder)) return []
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.yaml')))
    .map(({ name }) => name)
    .sort()
  return ids.flatMap((id) => {
    const at = `snippets/${id}`
    const snippet = readEntry(join(folder, id, 'index.yaml'), `${at}/index.yaml`, Snippet, notes)
    if (!snippet) return []
    const read = (file: string) => readText(join(folder, id, file), `${at}/${file}`, notes)
    const logText = snippet.log && read(snippet.log)
    return [{ ...snippet, id, source: read(snippet.code), ...(logText ? { logText } : {}) }]
  })
}

function readText(path: string, name: string, notes: Notes): string {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (text.trim() === '') notes.problems.push(`${name}: the file is missing or empty: write it`)
  return text
}
