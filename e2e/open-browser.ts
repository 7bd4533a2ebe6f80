import type { Browser, BrowserContext, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/find-chromium.mjs'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Headless Chromium, with more flags if need be. @throws Error when the machine has none. */
export function openBrowser(...more: string[]): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('There is no Chromium: install it, or set CHROME_PATH.')
  return chromium.launch({ executablePath, args: [...flags, ...more] })
}

/** A page that keeps everything a visitor should never cause. */
export interface WatchedPage {
  page: Page
  /** Console errors and warnings, uncaught exceptions and policy violations so far. */
  complaints: string[]
  /** Requests to any other origin so far. */
  strangers: string[]
}

/** A new page in the context whose complaints are collected. */
export async function watchedPage(context: BrowserContext, origin: string): Promise<WatchedPage> {
  const page = await context.newPage()
  const complaints: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    const { origin: to, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && to !== origin) strangers.push(request.url())
  })
  return { page, complaints, strangers }
}
