import { brotliCompressSync } from 'node:zlib'
import { POSTING } from '../src/api/test-app.ts'
import type { Figure } from './figure.ts'
import { serveSite } from '../e2e/serve.ts'

const staticPages = ['/', '/how-scores-are-made', '/privacy', '/api-docs']

/**
 * P6: bytes of JavaScript that static pages load. P7: brotli kilobytes of JavaScript that the session
 * page loads before Join. Plain counts.
 */
export async function measurePageWeight(): Promise<Figure[]> {
  const site = await serveSite()
  try {
    const weights = await Promise.all(staticPages.map((path) => scriptBytes(site.url, path)))
    const created = await fetch(`${site.url}/api/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jd: POSTING }),
    })
    const { id } = (await created.json()) as { id: string }
    const cookie = created.headers.get('set-cookie')?.split(';')[0] ?? ''
    const before = (await scriptBytes(site.url, `/session/${id}`, cookie)) / 1024
    const sum = weights.reduce((total, bytes) => total + bytes, 0)
    return [
      {
        id: 'P6',
        what: `JavaScript on ${staticPages.length} pages`,
        value: sum,
        baseline: null,
        ratio: sum,
        goal: 0,
        aim: 0,
        unit: 'B',
      },
      {
        id: 'P7',
        what: 'JavaScript before Join, brotli',
        value: before,
        baseline: null,
        ratio: before,
        goal: 15,
        aim: 5,
        unit: 'KB',
      },
    ]
  } finally {
    await site.stop()
  }
}

/** Brotli bytes of the scripts a page names, inline ones and static imports of modules included. */
async function scriptBytes(url: string, path: string, cookie = ''): Promise<number> {
  const response = await fetch(url + path, { headers: { cookie } })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  const html = await response.text()
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    (found) => found[1] ?? '',
  )
  const sources = [
    ...html.matchAll(/<(?:script[^>]*\ssrc|link[^>]*rel="modulepreload"[^>]*\shref)="([^"]+)"/g),
  ]
  const modules = await withImports(
    url,
    sources.map((found) => found[1] ?? ''),
  )
  return [...inline, ...modules]
    .filter(Boolean)
    .reduce((sum, code) => sum + brotliCompressSync(code).length, 0)
}

async function withImports(url: string, paths: string[]): Promise<string[]> {
  const seen = new Map<string, string>()
  const open = [...paths]
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue
    const base = new URL(path, url)
    const code = await (await fetch(base)).text()
    seen.set(path, code)
    const imports = [...code.matchAll(/(?:^|[;}])import(?:[^"'();]*from)?["']([^"']+)["']/g)]
    open.push(...imports.map((found) => new URL(found[1] ?? '', base).pathname))
  }
  return [...seen.values()]
}
