import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { build } from 'vite'
import { securityHeaders } from '../../src/site/security-headers.mjs'
import { signedUrl } from '../../standins/elevenlabs/dial.ts'
import type { ElevenLabs } from '../../standins/elevenlabs/start-elevenlabs.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
}

/** The built test page. */
export interface BuiltPage {
  folder: string
  remove(): void
}

/** Builds the test page as the site is built: files of its own for every worklet, nothing inline. */
export async function buildPage(): Promise<BuiltPage> {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-call-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      outDir: folder,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(import.meta.dirname, 'page.html') },
    },
  })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export interface ServedPage {
  origin: string
  /** The page is refused access to the service while this is set. */
  refuse(on: boolean): void
  stop(): Promise<void>
}

/** Serves the page with the site's own headers, and access to the stand-in, on whose address alone it may call. */
export async function servePage({ folder }: BuiltPage, service: () => ElevenLabs): Promise<ServedPage> {
  let refused = false
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    if (pathname === '/access') {
      if (refused) {
        response.writeHead(503).end()
        return
      }
      void signedUrl(service()).then((url) => {
        const dynamicVariables = { secret__interview_pass: 'pass-1' }
        response.end(JSON.stringify({ signedUrl: url, dynamicVariables }))
      })
      return
    }
    const headers = securityHeaders({ path: '/session/1', https: false })
    const policy = headers['content-security-policy']?.replace(
      "connect-src 'self'",
      `connect-src 'self' ${service().url.replace('http', 'ws')}`,
    )
    const type = TYPES[extname(pathname)] ?? 'application/octet-stream'
    try {
      const file = readFileSync(join(folder, pathname))
      response
        .writeHead(200, { ...headers, 'content-security-policy': policy, 'content-type': type })
        .end(file)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    refuse: (on) => (refused = on),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
