import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newSigningKey } from '../src/api/new-signing-key.ts'
import { limits } from '../src/api/limits.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import { Report } from '../src/domain/report/report.ts'
import { readPdf } from '../src/documents/drivers/read-pdf.ts'
import { securityHeaders } from '../src/site/security-headers.mjs'
import type { BlobService } from '../standins/blob/start-blob.ts'
import { startBlob } from '../standins/blob/start-blob.ts'
import type { Kv } from '../standins/kv/start-kv.ts'
import { startKv } from '../standins/kv/start-kv.ts'
import type { VercelSite } from '../standins/vercel/start-vercel.ts'
import { startVercel } from '../standins/vercel/start-vercel.ts'
import { createHttpClient } from './http-client.ts'
import { playOverHttp } from './play-over-http.ts'

/** What a function may weigh unpacked, in bytes. */
const HEAVIEST = 90 * 1024 * 1024
const reachStandIn = fileURLToPath(new URL('../standins/blob/reach-stand-in.ts', import.meta.url))

let folder: string
let kv: Kv
let blob: BlobService
let site: VercelSite
let environment: Record<string, string>

beforeAll(async () => {
  const astro = ['node_modules/astro/bin/astro.mjs', 'build']
  const env = { ...process.env, ADAPTER: 'vercel', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  await promisify(execFile)(process.execPath, astro, { env })
  // Elsewhere, so that nothing is found in this project's own packages.
  folder = mkdtempSync(join(tmpdir(), 'offhook-vercel-'))
  cpSync('.vercel/output', folder, { recursive: true })
  ;[kv, blob] = await Promise.all([startKv(), startBlob()])
  environment = {
    KV_REST_API_URL: kv.url,
    KV_REST_API_TOKEN: kv.token,
    BLOB_READ_WRITE_TOKEN: blob.token,
    VERCEL_BLOB_API_URL: blob.url,
    OFFHOOK_COOKIE_SECRET: 'a secret that only this test knows',
    OFFHOOK_SIGNING_KEY: newSigningKey(),
    CRON_SECRET: 'another secret of this test',
  }
  site = await startVercel(folder, environment, [reachStandIn])
})
afterAll(() => Promise.all([site?.stop(), kv?.stop(), blob?.stop()]))

const filesBelow = (path: string) =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

describe('the output for Vercel', () => {
  test('is one function below 90 MB, with the printer of one platform, and a job', () => {
    const files = filesBelow(join(folder, 'functions'))
    const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0)
    process.stdout.write(`vercel: the function is ${(bytes / 1024 / 1024).toFixed(1)} MB unpacked\n`)
    expect(bytes).toBeLessThan(HEAVIEST)
    const native = files.filter((path) => path.endsWith('.node'))
    expect(native.map((path) => path.replace(/.*\//, ''))).toEqual([
      'typst-ts-node-compiler.linux-x64-gnu.node',
    ])
    expect(site.config.crons).toEqual([{ path: '/api/cron/sweep', schedule: '*/5 * * * *' }])
  })

  test('holds an interview from its posting to the printed report, on KV and Blob alone', async () => {
    const before = filesBelow(folder).length
    const client = createHttpClient(site.url)
    const id = await playOverHttp(client, loadBank('.build/bank.json'), 'strong')
    expect(client.cookie()).toMatch(/^__Host-offhook=/)
    const report = Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`, {})).json())
    expect(report.overall).toBeGreaterThan(2)
    const read = async (path: string) => {
      const response = await client.send('GET', path)
      expect([path, response.status]).toEqual([path, 200])
      return response
    }
    expect(await (await read(`/report/${id}`)).text()).toContain(`${report.overall?.toFixed(1)}`)
    expect(await (await read('/sessions')).text()).toContain(`/report/${id}`)
    expect(await (await read(`/api/reports/${id}.md`)).text()).toMatch(/^# /)
    const pdf = await readPdf(new Uint8Array(await (await read(`/api/reports/${id}.pdf`)).arrayBuffer()))
    expect(pdf.isTagged).toBe(true)
    expect((await createHttpClient(site.url).send('GET', `/api/reports/${id}`)).status).toBe(404)
    expect(site.complaints()).toBe('')
    expect(filesBelow(folder)).toHaveLength(before)
  })

  test('every answer has the headers of server.mjs: files, pages, refusals, and what is not there', async () => {
    const files = filesBelow(join(folder, 'static')).map(
      (path) => `/${relative(join(folder, 'static'), path)}`,
    )
    const others = [
      '/',
      '/sessions',
      '/session/none',
      '/report/none',
      '/api/health',
      '/api/none',
      '/none',
      '/keystatic',
    ]
    const client = createHttpClient(site.url)
    for (const path of [...files, ...others]) {
      const response = await client.send('GET', path)
      await response.arrayBuffer()
      for (const [name, value] of Object.entries(securityHeaders({ path, https: true })))
        expect([path, name, response.headers.get(name)]).toEqual([path, name, value])
      const cached = response.headers.get('cache-control')?.includes('immutable') ?? false
      expect([path, cached]).toEqual([path, path.startsWith('/_astro/')])
    }
    expect(files.length).toBeGreaterThan(50)
    const gone = await client.send('GET', '/session/none')
    expect([gone.status, (await gone.text()).includes('There is nothing at this address')]).toEqual([
      404,
      true,
    ])
  })

  test('the job is let in by its secret', async () => {
    const [{ path } = { path: '' }] = site.config.crons
    expect((await fetch(site.url + path)).status).toBe(401)
    const headers = { authorization: `Bearer ${environment['CRON_SECRET']}` }
    expect(await (await fetch(site.url + path, { headers })).json()).toEqual({ swept: true })
  })

  test('one too many is refused by the address that Vercel tells, whatever the visitor says', async () => {
    const statuses: number[] = []
    for (let each = 0; each <= limits.verify.addressMost; each += 1) {
      const headers = {
        'x-forwarded-for': `203.0.113.${each}`,
        'x-vercel-forwarded-for': `203.0.113.${each}`,
      }
      const response = await fetch(`${site.url}/verify`, { method: 'POST', headers, body: new FormData() })
      statuses.push(response.status)
      if (response.status === 429)
        expect(await response.text()).toMatch(/Too many at a time[^]*Try again in \d+ s/)
    }
    expect(statuses.lastIndexOf(422)).toBe(limits.verify.addressMost - 1)
    expect(statuses.at(-1)).toBe(429)
  })

  test('half set up it serves its static pages, and says by name what is missing', async () => {
    const broken = await startVercel(folder, { ...environment, KV_REST_API_TOKEN: '' })
    try {
      expect((await fetch(broken.url)).status).toBe(200)
      expect((await fetch(`${broken.url}/api/health`)).status).toBe(500)
      expect(broken.complaints()).toContain('KV_REST_API_TOKEN is missing')
    } finally {
      await broken.stop()
    }
  })
})
