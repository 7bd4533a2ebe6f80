import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import config from '../../keystatic.config.ts'
import { copyProject } from '../../scripts/copy-project.ts'
import { openBrowser } from '../open-browser.ts'
import { freePort, serve } from '../serve.ts'
import { fillEntry } from './fill-entry.ts'

/** The editor over a copy of the project, in a browser. */
export interface Editor {
  url: string
  page: Page
  /** Of the copy. */
  root: string
  /** A file below the content folder of the copy. */
  readContent(file: string): string
  /** Makes an entry in the browser, as an editor does. */
  create(collection: keyof (typeof config)['collections'], data: object): Promise<void>
  /** Runs a script of the copy. */
  run(...args: string[]): { status: number | null; said: string }
  close(): Promise<void>
}

export async function openEditor(): Promise<Editor> {
  const project = copyProject()
  const { root } = project
  const port = await freePort()
  const astro = [
    'node_modules/astro/bin/astro.mjs',
    'dev',
    '--host',
    '127.0.0.1',
    '--port',
    `${port}`,
    '--ignore-lock',
  ]
  // What the test runner sets would make a test build of the editor.
  const settings = {
    OFFHOOK_CMS: 'local',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: undefined,
    VITEST: undefined,
  }
  const probe = { path: '/keystatic', line: /Local/ }
  const server = await serve(astro, port, settings, probe, process.execPath, root)
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } })
  await page.route(/googleapis/, (route) => route.abort())
  // The development server bundles what the editor needs while it is first looked at, and loads it anew.
  await page.goto(`${server.url}/keystatic`)
  await page.getByRole('link', { name: 'Snippets' }).first().waitFor({ timeout: 60_000 })
  await page.waitForLoadState('networkidle')
  return {
    url: server.url,
    page,
    root,
    readContent: (file) => readFileSync(join(root, 'src/content', file), 'utf8'),
    async create(collection, data) {
      await page.goto(`${server.url}/keystatic/collection/${collection}/create`)
      const main = page.getByRole('main')
      await main.getByRole('button', { name: 'Create' }).waitFor()
      await fillEntry(page, main, config.collections[collection].schema, data)
      await main.getByRole('button', { name: 'Create' }).click()
      await page.waitForURL(/\/item\//)
    },
    run(...args) {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
      return { status, said: stdout + stderr }
    },
    async close() {
      await browser.close()
      await server.stop()
      project.remove()
    },
  }
}
