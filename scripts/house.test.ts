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
  ['src/storage/drivers/memory-log.ts', 'export const memory = 1\n'],
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

/** Plants a file that must draw `message`; `path` and `what` are for the title of its test. */
function breach(path: string, message: string, text: string, what = text) {
  return { path, what, message, file: plant(path, text) }
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
      `import { memory } from '../storage/drivers/memory-log.ts'\nexport const api = memory`,
    ),
    plant(
      'src/islands/session/engine.ts',
      `import { local } from '../../voice/engines/local.ts'\nexport const engine = local`,
    ),
    plant(
      'src/api/running-server.ts',
      `import { api as composed } from './compose.ts'\nexport const api = composed`,
    ),
    plant(
      'src/pages/index.astro',
      `---\nimport { api } from '../api/running-server.ts'\n---\n\n<p>{api}</p>`,
    ),
    plant(
      'src/pages/api/[...path].ts',
      `import { api } from '../../api/running-server.ts'\nexport const GET = () => api`,
    ),
  ]

  test.each(clean)('say nothing of %s, which keeps to them', (path) => {
    expect(findings.get(path)).toEqual([])
  })

  const closed = (room: string, path: string, text: string) =>
    breach(path, `house/floors: ${room} may not import `, text)

  test.each([
    closed('domain', 'src/domain/x.ts', `import { app } from '../api/app.ts'`),
    closed('domain', 'src/domain/x.ts', `import type { SessionLog } from '../storage/session-log.ts'`),
    closed('domain', 'src/domain/x.ts', `export { app } from '../api/app.ts'`),
    closed('domain', 'src/domain/x.ts', `export const later = () => import('../api/app.ts')`),
    closed('domain', 'src/domain/x.ts', `export type App = typeof import('../api/app.ts').app`),
    closed('domain', 'src/domain/x.ts', `import { app } from '/src/api/app.ts'`),
    closed('domain', 'src/domain/x.test.ts', `import { app } from '../api/app.ts'`),
    closed('islands', 'src/islands/x.ts', `import { memory } from '../storage/drivers/memory-log.ts'`),
    closed('islands', 'src/islands/session/x.ts', `import { local } from '../../voice/engines/local.ts'`),
    closed(
      'islands',
      'src/islands/x.ts',
      `new Worker(new URL('../storage/drivers/memory-log.ts', import.meta.url))`,
    ),
    closed('api', 'src/api/routes/x.ts', `import { memory } from '../../storage/drivers/memory-log.ts'`),
    closed('storage', 'src/storage/x.ts', `import { memory } from './drivers/memory-log.ts'`),
    closed(
      'pages',
      'src/pages/x.astro',
      `---\nimport { memory } from '../storage/drivers/memory-log.ts'\n---`,
    ),
    closed(
      'a browser script',
      'src/pages/x.astro',
      `<script>\nimport { app } from '../api/app.ts'\n</script>`,
    ),
    closed('unplaced', 'src/helpers/x.ts', `import { score } from '../domain/score.ts'`),
  ])('stop $path with $what', ({ file, message }) => {
    expect(findings.get(file)).toContainEqual(expect.stringContaining(message))
  })

  test.each([
    breach('src/domain/x.ts', 'may not import the package', `import { readFileSync } from 'node:fs'`),
    breach('src/domain/x.ts', 'may not import the package', `import react from 'react'`),
    breach('src/domain/x.ts', 'may not import the package', `import { test } from 'vitest'`),
    breach('src/wire/x.ts', 'may not import the package', `import { Hono } from 'hono'`),
    breach('src/islands/x.ts', 'may not import the package', `import { hc } from 'hono/client'`),
    breach('src/api/x.ts', 'may not import the package', `import { readFileSync } from 'node:fs'`),
  ])('stop the package in $path: $what', ({ file, message }) => {
    expect(findings.get(file)).toContainEqual(expect.stringContaining(message))
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
    ].map((what) => ({ what, file: plant('src/domain/x.ts', `export const x = () => ${what}`) })),
  )('may not say $what', ({ file }) => {
    const message = /no-restricted-(globals|properties|syntax)/
    expect(findings.get(file)).toContainEqual(expect.stringMatching(message))
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

  test.each([
    breach('src/wire/x.ts', 'Export by name', 'export default 1'),
    breach('src/wire/x.ts', 'no-explicit-any', 'export const x: any = 1'),
    breach('src/pages/x.astro', 'no-explicit-any', '---\nconst x: any = 1\n---\n\n<p>{x}</p>'),
    breach('src/api/x.ts', 'no-console', 'console.log(1)'),
    breach('src/storage/drivers/x.ts', 'consistent-type-imports', typeImport, 'a type imported as a value'),
    breach('src/api/x.ts', 'no-floating-promises', 'export const x = () => { Promise.resolve(1) }'),
    breach('src/wire/x.ts', 'switch-exhaustiveness-check', forgottenCase, 'a forgotten case'),
    breach('src/wire/x.ts', 'max-lines:', 'export {}\n'.repeat(301), '302 lines'),
    breach('src/wire/x.ts', 'max-lines-per-function', functionOf(61), 'a function of 61 lines'),
    breach('src/islands/x.tsx', 'max-lines-per-function', functionOf(121), 'a component of 121 lines'),
    breach('src/wire/index.ts', 'No barrels', 'export const one = 1', 'an index.ts'),
    breach('src/wire/x.ts', 'No barrels', `export * from '../domain/score.ts'`),
    breach('src/wire/x.ts', 'extension', `import { score } from '../domain/score'`),
    breach('src/wire/x.ts', 'literal', 'export const load = (name: string) => import(name)'),
  ])('refuses $what in $path', ({ file, message }) => {
    expect(findings.get(file)).toContainEqual(expect.stringContaining(message))
  })

  const roomy = [plant('src/islands/x.tsx', functionOf(119)), plant('src/wire/x.test.ts', functionOf(200))]

  test('gives components and tests more room', () => {
    expect(roomy.map((path) => findings.get(path))).toEqual([[], []])
  })
})
