import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const run = promisify(execFile)

/** A house with our rules and rooms of its own, so that breaches can be planted in it. */
let house: string

beforeEach(() => {
  house = realpathSync(mkdtempSync(join(tmpdir(), 'offhook-house-')))
  const rules = ['scripts/floors-rule.mjs', 'scripts/import-graph.mjs', 'tsconfig.domain.json']
  for (const file of ['eslint.config.mjs', 'floors.mjs', 'package.json', 'tsconfig.json', ...rules]) {
    cpSync(join(root, file), join(house, file))
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir')
  plant({
    'src/domain/score.ts': 'export const score = (words: number): number => Math.min(words, 4)\n',
    'src/storage/session-log.ts': 'export interface SessionLog {\n  close(): Promise<void>\n}\n',
    'src/storage/drivers/memory.ts': 'export const memory = 1\n',
    'src/voice/engines/local.ts': 'export const local = 1\n',
    'src/api/app.ts': 'export const app = 1\n',
  })
})

afterEach(() => rmSync(house, { recursive: true, force: true }))

function plant(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
}

/** What the linter says of the house once `files` are in it: `path rule: message`. */
async function lint(files: Record<string, string>) {
  plant(files)
  const results = await new ESLint({ cwd: house }).lintFiles(Object.keys(files))
  return results.flatMap((result) =>
    result.messages.map((m) => `${result.filePath.slice(house.length + 1)} ${m.ruleId}: ${m.message}`),
  )
}

describe('the floors', () => {
  test('say nothing of code that keeps to them', async () => {
    const found = await lint({
      'src/wire/turn.ts': `import { z } from 'zod'\nexport const turn = z.strictObject({ text: z.string() })\n`,
      'src/domain/rate.ts': `import { score } from './score.ts'\nexport const rate = () => score(3)\n`,
      'src/domain/rate.test.ts': [
        `import { readFileSync } from 'node:fs'`,
        `import { expect, test } from 'vitest'`,
        `import { rate } from './rate.ts'`,
        `test('it rates', () => expect(String(rate())).not.toBe(String(readFileSync)))`,
        '',
      ].join('\n'),
      'src/storage/drivers/file.ts': [
        `import { readFile } from 'node:fs/promises'`,
        `import type { SessionLog } from '../session-log.ts'`,
        `export const open = async (path: string): Promise<SessionLog> => {`,
        `  await readFile(path)`,
        `  return { close: () => Promise.resolve() }`,
        `}`,
        '',
      ].join('\n'),
      'src/api/compose.ts': `import { memory } from '../storage/drivers/memory.ts'\nexport const api = memory\n`,
      'src/pages/index.astro': `---\nimport { api } from '../api/compose.ts'\n---\n\n<p>{api}</p>\n`,
      'src/pages/api/[...path].ts': `import { api } from '../../api/compose.ts'\nexport const GET = () => new Response(String(api))\n`,
    })
    expect(found).toEqual([])
  })

  test.each([
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
  ])('stop %s: %s with %s', async (room, path, text) => {
    const found = await lint({ [path]: `${text}\n` })
    expect(found).toContainEqual(expect.stringContaining(`house/floors: ${room} may not import`))
  })

  test.each([
    ['src/domain/x.ts', `import { readFileSync } from 'node:fs'`],
    ['src/domain/x.ts', `import react from 'react'`],
    ['src/domain/x.ts', `import { test } from 'vitest'`],
    ['src/wire/x.ts', `import { Hono } from 'hono'`],
    ['src/islands/x.ts', `import { z } from 'hono/client'`],
    ['src/api/x.ts', `import { readFileSync } from 'node:fs'`],
  ])('stop the package in %s: %s', async (path, text) => {
    const found = await lint({ [path]: `${text}\n` })
    expect(found).toContainEqual(expect.stringMatching(/may not import the package/))
  })

  test('let only their own files reach drivers and engines', async () => {
    const found = await lint({
      'src/api/compose.ts': `import { memory } from '../storage/drivers/memory.ts'\nexport const api = memory\n`,
      'src/islands/session/engine.ts': `import { local } from '../../voice/engines/local.ts'\nexport const engine = local\n`,
    })
    expect(found).toEqual([])
  })

  test('report a cycle with its whole chain', async () => {
    const found = await lint({
      'src/domain/a.ts': `import { b } from './b.ts'\nexport const a = () => b\n`,
      'src/domain/b.ts': `import { c } from './c.ts'\nexport const b = () => c\n`,
      'src/domain/c.ts': `import type { a } from './a.ts'\nexport const c = (given: typeof a) => given\n`,
    })
    const chain = 'src/domain/a.ts -> src/domain/b.ts -> src/domain/c.ts -> src/domain/a.ts'
    expect(found).toContain(`src/domain/a.ts house/floors: This import closes a cycle: ${chain}.`)
    expect(found).toHaveLength(3)
  })

  test.each([
    ['a barrel', 'src/wire/index.ts', `export const one = 1`, /No barrels/],
    ['a star export', 'src/wire/all.ts', `export * from '../domain/score.ts'`, /No barrels/],
    ['a name without extension', 'src/wire/x.ts', `import { score } from '../domain/score'`, /extension/],
    ['a computed import', 'src/wire/x.ts', `export const load = (name: string) => import(name)`, /literal/],
  ])('report %s', async (_, path, text, message) => {
    expect(await lint({ [path]: `${text}\n` })).toContainEqual(expect.stringMatching(message))
  })
})

describe('the domain', () => {
  test.each([
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
  ])('may not say %s', async (text) => {
    const found = await lint({ 'src/domain/x.ts': `export const x = () => ${text}\n` })
    expect(found).toContainEqual(expect.stringMatching(/no-restricted-(globals|properties|syntax)/))
  })

  test('compiles without the page, Node or their types, whatever its packages bring along', async () => {
    plant({
      'src/domain/x.ts': [
        `import { Parser } from 'htmlparser2'`,
        `import { stemmer } from 'stemmer'`,
        `import { z } from 'zod'`,
        `export const fine = [Parser, stemmer, z, new Date(0), structuredClone]`,
        `export const page = () => document.title`,
        `export const machine = () => process.env`,
        `export const clock = () => setTimeout(() => {}, 1)`,
        '',
      ].join('\n'),
    })
    const tsc = join(root, 'node_modules/typescript/bin/tsc')
    const result = await run(process.execPath, [tsc, '-p', join(house, 'tsconfig.domain.json')]).then(
      () => '',
      (failure: { stdout: string }) => failure.stdout,
    )
    const missing = [...result.matchAll(/Cannot find name '(\w+)'/g)].map((match) => match[1])
    expect(missing).toEqual(['structuredClone', 'document', 'process', 'setTimeout'])
  })
})

describe('the style', () => {
  test.each([
    ['a default export', 'src/wire/x.ts', 'export default 1', /Export by name/],
    ['any', 'src/wire/x.ts', 'export const x: any = 1', /no-explicit-any/],
    ['any in a page', 'src/pages/x.astro', '---\nconst x: any = 1\n---\n\n<p>{x}</p>', /no-explicit-any/],
    ['console', 'src/api/x.ts', 'console.log(1)', /no-console/],
    ['a value import of a type', 'src/wire/x.ts', typeImport(), /consistent-type-imports/],
    [
      'a lost promise',
      'src/api/x.ts',
      'export const x = () => { Promise.resolve(1) }',
      /no-floating-promises/,
    ],
    ['a forgotten case', 'src/wire/x.ts', forgottenCase(), /switch-exhaustiveness-check/],
    ['a long file', 'src/wire/x.ts', 'export {}\n'.repeat(301), /max-lines/],
    ['a long function', 'src/wire/x.ts', longFunction(61), /max-lines-per-function/],
    ['a very long component', 'src/islands/x.tsx', longFunction(121), /max-lines-per-function/],
  ])('refuses %s', async (_, path, text, message) => {
    expect(await lint({ [path]: `${text}\n` })).toContainEqual(expect.stringMatching(message))
  })

  test('gives components and tests more room', async () => {
    const found = await lint({
      'src/islands/x.tsx': `${longFunction(119)}\n`,
      'src/wire/x.test.ts': `${longFunction(200)}\n`,
    })
    expect(found).toEqual([])
  })
})

function longFunction(lines: number) {
  return `export function long() {\n${'  Math.abs(1)\n'.repeat(lines - 2)}}`
}

function typeImport() {
  return `import { SessionLog } from '../domain/log.ts'\nexport const x = (log: SessionLog) => log`
}

function forgottenCase() {
  return `export function x(kind: 'a' | 'b') {\n  switch (kind) {\n    case 'a':\n      return 1\n  }\n  return 2\n}`
}
