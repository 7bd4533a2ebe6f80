import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const run = promisify(execFile)

/** A house with our rules and rooms of its own: text by path. Breaches are planted in it, then linted at once. */
const house = new Map([
  ['src/domain/score.ts', 'export const score = (words: number): number => Math.min(words, 4)\n'],
  ['src/storage/session-log.ts', 'export interface SessionLog {\n  close(): Promise<void>\n}\n'],
  ['src/storage/drivers/memory.ts', 'export const memory = 1\n'],
  ['src/voice/engines/local.ts', 'export const local = 1\n'],
  ['src/api/app.ts', 'export const app = 1\n'],
])
const findings = new Map<string, string[]>()
let folder: string

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'offhook-house-')))
  const rules = ['scripts/floors-rule.mjs', 'scripts/import-graph.mjs', 'tsconfig.domain.json']
  for (const file of ['eslint.config.mjs', 'floors.mjs', 'package.json', 'tsconfig.json', ...rules]) {
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  for (const [path, text] of house) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const result of await new ESLint({ cwd: folder }).lintFiles(['src'])) {
    const messages = result.messages.map((m) => `${m.ruleId}: ${m.message}`)
    findings.set(result.filePath.slice(folder.length + 1), messages)
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Puts a file into the house; an `x` for its name becomes a name of its own. Returns its path. */
function plant(path: string, text: string) {
  const own = path.replace(/\bx\./, `x${house.size}.`)
  house.set(own, `${text}\n`)
  return own
}

describe('the floors', () => {
  const clean = [
    plant(
      'src/wire/x.ts',
      `import { z } from 'zod'\nexport const turn = z.strictObject({ text: z.string() })`,
    ),
    plant('src/domain/rate.ts', `import { score } from './score.ts'\nexport const rate = () => score(3)`),
    plant(
      'src/domain/rate.test.ts',
      `import { sep } from 'node:path'\nimport { expect, test } from 'vitest'\nimport { rate } from './rate.ts'\n` +
        `test('it rates', () => expect(String(rate())).not.toBe(sep))`,
    ),
    plant(
      'src/storage/drivers/file.ts',
      `import { readFile } from 'node:fs/promises'\nimport type { SessionLog } from '../session-log.ts'\n` +
        `export const open = async (path: string): Promise<SessionLog> => {\n  await readFile(path)\n` +
        `  return { close: () => Promise.resolve() }\n}`,
    ),
    plant(
      'src/api/compose.ts',
      `import { memory } from '../storage/drivers/memory.ts'\nexport const api = memory`,
    ),
    plant(
      'src/islands/session/engine.ts',
      `import { local } from '../../voice/engines/local.ts'\nexport const engine = local`,
    ),
    plant('src/pages/index.astro', `---\nimport { api } from '../api/compose.ts'\n---\n\n<p>{api}</p>`),
    plant(
      'src/pages/api/[...path].ts',
      `import { api } from '../../api/compose.ts'\nexport const GET = () => api`,
    ),
  ]

  test.each(clean)('say nothing of %s, which keeps to them', (path) => {
    expect(findings.get(path)).toEqual([])
  })

  test.each(
    [
      ['domain', 'src/domain/x.ts', `import { app } from '../api/app.ts'`],
      ['domain', 'src/domain/x.ts', `import type { SessionLog } from '../storage/session-log.ts'`],
      ['domain', 'src/domain/x.ts', `export { app } from '../api/app.ts'`],
      ['domain', 'src/domain/x.ts', `export const later = () => import('../api/app.ts')`],
      ['domain', 'src/domain/x.ts', `export type App = typeof import('../api/app.ts').app`],
      ['domain', 'src/domain/x.ts', `import { app } from '/src/api/app.ts'`],
      ['domain', 'src/domain/x.test.ts', `import { app } from '../api/app.ts'`],
      ['islands', 'src/islands/x.ts', `import { memory } from '../storage/drivers/memory.ts'`],
      ['islands', 'src/islands/session/x.ts', `import { local } from '../../voice/engines/local.ts'`],
      ['islands', 'src/islands/x.ts', `new Worker(new URL('../storage/drivers/memory.ts', import.meta.url))`],
      ['api', 'src/api/routes/x.ts', `import { memory } from '../../storage/drivers/memory.ts'`],
      ['storage', 'src/storage/x.ts', `import { memory } from './drivers/memory.ts'`],
      ['pages', 'src/pages/x.astro', `---\nimport { memory } from '../storage/drivers/memory.ts'\n---`],
      ['a browser script', 'src/pages/x.astro', `<script>\nimport { app } from '../api/app.ts'\n</script>`],
      ['unplaced', 'src/helpers/x.ts', `import { score } from '../domain/score.ts'`],
    ].map((row) => [...row, plant(row[1] ?? '', row[2] ?? '')]),
  )('stop %s: %s with %s', (room, _, __, path) => {
    const message = `house/floors: ${room} may not import `
    expect(findings.get(path ?? '')).toContainEqual(expect.stringContaining(message))
  })

  test.each(
    [
      ['src/domain/x.ts', `import { readFileSync } from 'node:fs'`],
      ['src/domain/x.ts', `import react from 'react'`],
      ['src/domain/x.ts', `import { test } from 'vitest'`],
      ['src/wire/x.ts', `import { Hono } from 'hono'`],
      ['src/islands/x.ts', `import { hc } from 'hono/client'`],
      ['src/api/x.ts', `import { readFileSync } from 'node:fs'`],
    ].map((row) => [...row, plant(row[0] ?? '', row[1] ?? '')]),
  )('stop the package in %s: %s', (_, __, path) => {
    expect(findings.get(path ?? '')).toContainEqual(expect.stringMatching(/may not import the package/))
  })

  test('report a cycle with its whole chain', () => {
    const chain = 'src/wire/a.ts -> src/wire/b.ts -> src/wire/c.ts -> src/wire/a.ts'
    expect(findings.get('src/wire/a.ts')).toEqual([`house/floors: This import closes a cycle: ${chain}.`])
    expect(findings.get('src/wire/c.ts')).toHaveLength(1)
  })
  plant('src/wire/a.ts', `import { b } from './b.ts'\nexport const a = () => b`)
  plant('src/wire/b.ts', `import { c } from './c.ts'\nexport const b = () => c`)
  plant('src/wire/c.ts', `import type { a } from './a.ts'\nexport const c = (given: typeof a) => given`)
})

describe('the domain', () => {
  test.each(
    [
      'Math.random()',
      'Date.now()',
      'new Date()',
      'fetch("/")',
      'setTimeout(() => {}, 1)',
      'process.env',
      'window.name',
      'document.title',
      'globalThis.Date',
      'console.log(1)',
    ].map((text) => [text, plant('src/domain/x.ts', `export const x = () => ${text}`)]),
  )('may not say %s', (_, path) => {
    const message = /no-restricted-(globals|properties|syntax)/
    expect(findings.get(path ?? '')).toContainEqual(expect.stringMatching(message))
  })

  const impure = plant(
    'src/domain/x.ts',
    [
      `import { Parser } from 'htmlparser2'`,
      `import { stemmer } from 'stemmer'`,
      `import { z } from 'zod'`,
      `export const fine = [Parser, stemmer, z, new Date(0)]`,
      `export const page = () => document.title`,
      `export const machine = () => process.env`,
      `export const clock = () => setTimeout(() => {}, 1)`,
    ].join('\n'),
  )

  test('compiles without the page, Node or their types, whatever its packages bring along', async () => {
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const printed = await run(process.execPath, [tsc, '-p', 'tsconfig.domain.json'], { cwd: folder }).then(
      () => '',
      (failure: { stdout: string }) => failure.stdout,
    )
    const lines = printed.split('\n').filter((line) => line.startsWith(impure))
    const missing = lines.map((line) => /Cannot find name '(\w+)'/.exec(line)?.[1])
    expect(missing).toEqual(['document', 'process', 'setTimeout'])
  })
})

describe('the style', () => {
  const typeImport = `import { SessionLog } from '../session-log.ts'\nexport const x = (log: SessionLog) => log`
  const forgottenCase = `export function x(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}`
  const functionOf = (lines: number) => `export function x() {\n${'  Math.abs(1)\n'.repeat(lines - 2)}}`

  test.each(
    [
      ['a default export', 'src/wire/x.ts', 'export default 1', 'Export by name'],
      ['any', 'src/wire/x.ts', 'export const x: any = 1', 'no-explicit-any'],
      ['any in a page', 'src/pages/x.astro', '---\nconst x: any = 1\n---\n\n<p>{x}</p>', 'no-explicit-any'],
      ['console', 'src/api/x.ts', 'console.log(1)', 'no-console'],
      ['a value import of a type', 'src/storage/drivers/x.ts', typeImport, 'consistent-type-imports'],
      [
        'a lost promise',
        'src/api/x.ts',
        'export const x = () => { Promise.resolve(1) }',
        'no-floating-promises',
      ],
      ['a forgotten case', 'src/wire/x.ts', forgottenCase, 'switch-exhaustiveness-check'],
      ['a long file', 'src/wire/x.ts', 'export {}\n'.repeat(301), 'max-lines:'],
      ['a long function', 'src/wire/x.ts', functionOf(61), 'max-lines-per-function'],
      ['a very long component', 'src/islands/x.tsx', functionOf(121), 'max-lines-per-function'],
      ['a barrel', 'src/wire/index.ts', 'export const one = 1', 'No barrels'],
      ['a star export', 'src/wire/x.ts', `export * from '../domain/score.ts'`, 'No barrels'],
      ['a name without extension', 'src/wire/x.ts', `import { score } from '../domain/score'`, 'extension'],
      ['a computed import', 'src/wire/x.ts', 'export const load = (name: string) => import(name)', 'literal'],
    ].map(([what, path, text, message]) => [what, plant(path ?? '', text ?? ''), message]),
  )('refuses %s', (_, path, message) => {
    expect(findings.get(path ?? '')).toContainEqual(expect.stringContaining(message ?? ''))
  })

  const roomy = [plant('src/islands/x.tsx', functionOf(119)), plant('src/wire/x.test.ts', functionOf(200))]

  test('gives components and tests more room', () => {
    expect(roomy.map((path) => findings.get(path))).toEqual([[], []])
  })
})
