import { load } from 'js-yaml'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPack, newScenario, newSnippet } from './editor/new-entries.ts'
import type { Editor } from './editor/open-editor.ts'
import { openEditor } from './editor/open-editor.ts'
import { createHttpClient, doneOf } from './http-client.ts'
import { freePort, newDataDir, serve } from './serve.ts'

/** One editor's morning, in order: each test goes on from the one before. */
let editor: Editor
let page: Page

/** For typing two whole questions into their forms, in ms. */
const PATIENCE = 400_000

beforeAll(async () => {
  editor = await openEditor()
  page = editor.page
})
afterAll(() => editor?.close())

const contentPath = (file: string) => join(editor.root, 'src/content', file)
const readContent = (file: string) => editor.readContent(file)
const create: Editor['create'] = (collection, data) => editor.create(collection, data)
const run: Editor['run'] = (...args) => editor.run(...args)

test(
  'a pack, a snippet with two planted issues and a scenario are made in the browser and stand in files',
  async () => {
    const snippet = newSnippet()
    const [first, second] = snippet.issues
    if (!first || !second) throw new Error('the snippet has two issues')
    await create('packs', newPack)
    await create('snippets', { ...snippet, issues: [first, { ...second, fix: second.notEnough[0]?.change }] })
    await create('scenarios', newScenario())
    expect(load(readContent('packs/sync-offline.yaml'))).toMatchObject({
      shortName: 'Sync',
      baseline: false,
    })
    expect(existsSync(contentPath('snippets/parcel-webhook/proof.test.ts'))).toBe(true)
    expect(readContent('snippets/parcel-webhook/code.ts')).toBe(readContent('snippets/order-webhook/code.ts'))
    expect(load(readContent('scenarios/sync-rate-limiter.yaml'))).toMatchObject({ pack: 'sync-offline' })
    expect(run('scripts/content-format.ts').said).toBe('')
  },
  PATIENCE,
)

test('a draft is saved with a title alone, and left out', async () => {
  const title = { name: 'A system that came back', slug: 'returned-system' }
  await create('warmups', { title, draft: true })
  expect(load(readContent('warmups/returned-system.yaml'))).toMatchObject({ draft: true })
  expect(run('scripts/build-bank.ts')).toMatchObject({
    status: 0,
    said: expect.stringContaining('left out: warmups/returned-system.yaml: a draft'),
  })
})

test('the check names the issue whose fix does not hold, and passes once it is mended in the browser', async () => {
  const failed = run('scripts/content-check.ts')
  expect(failed.said).toContain('snippets/parcel-webhook: issue shop-from-body (code.ts line 93)')
  expect(failed.status).toBe(1)
  expect(run('scripts/build-bank.ts').said).toContain('left out: snippets/parcel-webhook')

  await page.goto(`${editor.url}/keystatic/collection/snippets/item/parcel-webhook`)
  await page.getByRole('row', { name: 'shop-from-body' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Minimal fix' }).fill(newSnippet().issues[1]?.fix ?? '')
  await dialog.getByRole('button', { name: 'Done' }).click()
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/keystatic/update'))
  await page.getByRole('button', { name: 'Save' }).click()
  expect((await saved).status()).toBe(200)
  expect(run('scripts/content-check.ts')).toEqual({
    status: 0,
    said: expect.stringContaining('All content is in order'),
  })
})

test('an anchor of a rubric is edited and nothing else in its file changes', async () => {
  const before = readContent('rubrics/debugging.yaml').split('\n')
  await page.goto(`${editor.url}/keystatic/singleton/debugging`)
  const anchors = page.getByRole('group', { name: 'Anchors', exact: true })
  for (const level of ['1', '2', '3', '4']) {
    await anchors.getByRole('textbox', { name: level, exact: true }).fill(`Anchor ${level}, as edited.`)
  }
  const saved = page.waitForResponse((response) => response.url().endsWith('/api/keystatic/update'))
  await page.getByRole('button', { name: 'Save' }).click()
  expect((await saved).status()).toBe(200)
  const after = readContent('rubrics/debugging.yaml').split('\n')
  const from = before.indexOf('anchors:')
  const kept = before.slice(before.indexOf('advice:'))
  expect(after).toEqual([
    ...before.slice(0, from + 1),
    ...['1', '2', '3', '4'].map((level) => `  '${level}': Anchor ${level}, as edited.`),
    ...kept,
  ])
})

test('the site is built again, asks the new questions, and reports with the new anchor', async () => {
  expect(run('scripts/build-bank.ts').status).toBe(0)
  expect(run('scripts/build-documents.ts').status).toBe(0)
  expect(run('scripts/build-voice.ts').status).toBe(0)
  expect(run('node_modules/astro/bin/astro.mjs', 'build').status).toBe(0)
  const port = await freePort()
  const data = { OFFHOOK_DATA: newDataDir(), PORT: String(port) }
  const site = await serve(['server.mjs'], port, data, { path: '/api/health' }, process.execPath, editor.root)
  const client = createHttpClient(site.url)
  const id = await client.create({ domain: 'sync-offline' })
  let body = await client.turn(id, 'open', '')
  const asked = new Set<string>()
  for (let turn = 1; turn <= 80 && !doneOf(body).ended; turn += 1) {
    asked.add(doneOf(body).questionId ?? '')
    body = await client.turn(
      id,
      `t${turn}`,
      'It would race, two of them at once both read it before either wrote.',
    )
  }
  expect([...asked]).toEqual(expect.arrayContaining(['parcel-webhook', 'sync-rate-limiter']))
  const report = await (await client.send('POST', `/api/sessions/${id}/finish`, {})).json()
  expect(report.track.name).toBe('Sync and Offline')
  expect(report.dimensions.find((each: { id: string }) => each.id === 'debugging').anchors['4']).toBe(
    'Anchor 4, as edited.',
  )
  await page.context().addCookies([cookieOf(client.cookie(), site.url)])
  await page.goto(`${site.url}/report/${id}`)
  await page
    .getByText(/Anchor \d, as edited\./)
    .first()
    .waitFor({ state: 'attached' })
  await site.stop()
})

function cookieOf(cookie: string, url: string): { name: string; value: string; url: string } {
  const [name = '', value = ''] = cookie.split('=')
  return { name, value, url }
}
