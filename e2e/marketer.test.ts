/** A marketer publishes a landing page alone: in the editor, and then on the site built from what it saved. */
import { load } from 'js-yaml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newCompany } from './editor/new-entries.ts'
import type { Editor } from './editor/open-editor.ts'
import { openEditor } from './editor/open-editor.ts'
import { freePort, newDataDir, serve } from './serve.ts'

let editor: Editor
beforeAll(async () => {
  editor = await openEditor()
})
afterAll(() => editor?.close())

test('a page of a company is made, and another that is a draft', async () => {
  await editor.create('companies', newCompany())
  expect(load(editor.readContent('companies/lanternworks.yaml'))).toMatchObject({
    name: 'Lanternworks',
    pack: 'analytics',
    focus: ['event-ingestion', 'experimentation', 'metrics-and-alerting'],
  })
  expect(editor.run('scripts/content-format.ts').said).toBe('')
  await editor.create('companies', { name: { name: 'Not Yet Inc', slug: 'not-yet' }, draft: true })
  expect(editor.run('scripts/build-bank.ts')).toMatchObject({
    status: 0,
    said: expect.stringContaining('left out: companies/not-yet.yaml: a draft'),
  })
}, 200_000)

test('once the site is built, the page is found everywhere and the draft nowhere', async () => {
  expect(editor.run('scripts/build-documents.ts').status).toBe(0)
  expect(editor.run('scripts/build-voice.ts').status).toBe(0)
  expect(editor.run('node_modules/astro/bin/astro.mjs', 'build').status).toBe(0)
  const port = await freePort()
  const data = { OFFHOOK_DATA: newDataDir(), PORT: `${port}` }
  const site = await serve(['server.mjs'], port, data, { path: '/api/health' }, process.execPath, editor.root)
  const get = (path: string) => fetch(site.url + path)
  expect((await get('/companies/lanternworks')).status).toBe(200)
  expect((await get('/social/companies/lanternworks.png')).headers.get('content-type')).toBe('image/png')
  for (const list of ['/companies', '/companies/pack/analytics', '/sitemap.xml', '/llms.txt']) {
    const text = await (await get(list)).text()
    expect([list, text.includes('/companies/lanternworks'), text.includes('not-yet')]).toEqual([
      list,
      true,
      false,
    ])
  }
  expect((await get('/companies/not-yet')).status).toBe(404)
  await site.stop()
}, 200_000)
