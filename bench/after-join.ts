import { brotliCompressSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { z } from 'zod'
import { pastePosting } from '../e2e/interview-page.ts'
import { openBrowser } from '../e2e/open-browser.ts'
import { freePort, newDataDir, serve } from '../e2e/serve.ts'
import { plugSpeechMicrophone } from '../e2e/speech/speech-microphone.ts'
import { startElevenLabs } from '../standins/elevenlabs/start-elevenlabs.ts'
import { elevenLabsAgent } from '../src/voice/access/elevenlabs-agent.ts'
import type { Figure } from './figure.ts'

type Engine = 'typed' | 'local' | 'elevenlabs'

/** The modules that each engine could not do without, imported as the engine imports them: one bundle each, as workers are. */
const floors: Record<Engine, string[]> = {
  typed: ["export * from 'react'; export { createRoot } from 'react-dom/client'"],
  local: [
    "export * from 'react'; export { createRoot } from 'react-dom/client'",
    "export * from 'onnxruntime-web/wasm'; export { Silero } from '@ricky0123/vad-web/dist/models/silero'",
    "export * from 'onnxruntime-web/wasm'; export { default } from 'llama-tokenizer-js'",
    "export { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim'",
  ],
  elevenlabs: [
    "export * from 'react'; export { createRoot } from 'react-dom/client'",
    "export { SessionConnectionError, VoiceConversation } from '@elevenlabs/client';" +
      "export { setSetupStrategy } from '@elevenlabs/client/internal';" +
      "export { MediaDeviceInput, MediaDeviceOutput, WebSocketConnection } from '@elevenlabs/client/internal/unity'",
  ],
}

/**
 * P7: brotli kilobytes of the scripts that the session page fetches from Join on, until the interview can begin, workers
 * included, for each engine, over the libraries alone that the engine is made of. Weights, WebAssembly and fonts are not
 * counted. Counts; no network but the machine's own.
 */
export async function measureAfterJoin(): Promise<Figure[]> {
  const [port, servicePort] = [await freePort(), await freePort()]
  const settings = {
    OFFHOOK_DATA: newDataDir(),
    PORT: String(port),
    ELEVENLABS_API_KEY: 'xi_bench',
    ELEVENLABS_AGENT_ID: 'agent_1',
    ELEVENLABS_BASE_URL: `http://127.0.0.1:${servicePort}`,
  }
  const site = await serve(['server.mjs'], port, settings, { path: '/api/health' })
  const agents = { agent_1: elevenLabsAgent({ publicUrl: site.url }) }
  const service = await startElevenLabs({ agents, apiKey: 'xi_bench', port: servicePort })
  const browser = await openBrowser()
  try {
    const figures: Figure[] = []
    for (const engine of ['typed', 'local', 'elevenlabs'] as const) {
      const value = (await scriptsAfterJoin(browser, site.url, engine)) / 1024
      const baseline = (await floorOf(engine)) / 1024
      const what = `scripts after Join, ${engine} / its libraries`
      figures.push({
        id: `P7-${engine}`,
        what,
        value,
        baseline,
        ratio: value / baseline,
        goal: 1.15,
        aim: 1.03,
        unit: 'KB',
      })
    }
    return figures
  } finally {
    await browser.close()
    await Promise.all([site.stop(), service.stop()])
  }
}

async function scriptsAfterJoin(browser: Browser, url: string, engine: Engine): Promise<number> {
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  try {
    await plugSpeechMicrophone(context)
    const page = await context.newPage()
    await pastePosting(page, url)
    await page.waitForLoadState('networkidle')
    const fetched = new Map<string, Promise<Buffer>>()
    context.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? '') && !fetched.has(response.url()))
        fetched.set(response.url(), fetchBody(response.url()))
    })
    await joinBy(page, engine)
    const scripts = await Promise.all(fetched.values())
    return scripts.reduce((sum, script) => sum + brotliCompressSync(script).length, 0)
  } finally {
    await context.close()
  }
}

/** The body of a worker's script cannot be had from the browser. */
async function fetchBody(url: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(url)).arrayBuffer())
}

/** Until an interview of that kind stands, or could begin. */
async function joinBy(page: Page, engine: Engine): Promise<void> {
  if (engine === 'typed') {
    await page.locator('#join').click()
    await page.locator('.session-state[data-state="listening"]').waitFor()
    return
  }
  await page.locator('#join-voice').click()
  const choice = engine === 'local' ? /device/ : /^ElevenLabs/
  await page.getByRole('radio', { name: choice }).first().check()
  const begin = page.getByRole('button', { name: 'Begin' })
  await begin.and(page.locator(':enabled')).waitFor({ timeout: 90_000 })
  await begin.click()
  await page.locator('.session-state[data-state="speaking"]').waitFor()
}

const Bundle = z.array(
  z.object({ output: z.array(z.object({ type: z.string(), code: z.string().optional() })) }),
)

const FLOOR = 'virtual:floor'

async function floorOf(engine: Engine): Promise<number> {
  const sizes = await Promise.all(
    floors[engine].map(async (source) => {
      const built = await build({
        configFile: false,
        logLevel: 'error',
        define: { 'process.env.NODE_ENV': '"production"' },
        plugins: [
          {
            name: 'floor',
            resolveId: (id) => (id === FLOOR ? id : null),
            load: (id) => (id === FLOOR ? source : null),
          },
        ],
        build: { write: false, rolldownOptions: { input: FLOOR, preserveEntrySignatures: 'strict' } },
      })
      const [bundle] = Bundle.parse([built].flat())
      const code = bundle?.output.map((part) => part.code ?? '').join('') ?? ''
      return brotliCompressSync(code).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
