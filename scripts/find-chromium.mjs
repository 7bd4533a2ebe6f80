import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { installPackages, isDebianRoot } from './install-packages.mjs'
import { runQuietly } from './run-quietly.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  ...['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => NAMES.map((name) => join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const CACHES = [
  process.env.PLAYWRIGHT_BROWSERS_PATH,
  join(homedir(), '.cache', 'ms-playwright'),
  join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  process.env.LOCALAPPDATA && join(process.env.LOCALAPPDATA, 'ms-playwright'),
]
const INSIDE = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
]

/**
 * A Chromium that starts: CHROME_PATH and nothing else when it is set, else one the system has, else one in
 * Playwright's cache.
 *
 * @returns {string | null} absolute path
 */
export function findChromium() {
  const named = process.env.CHROME_PATH
  const candidates = named ? [named] : [...PLACES, ...inCaches()]
  return candidates.find((path) => existsSync(path) && starts(path)) ?? null
}

/**
 * Installs a Chromium where that is allowed: by apt as root on Debian, else by Playwright's own download.
 *
 * @param {string} root
 * @param {string} node
 * @returns {Promise<string | null>} its path, or null when it could not be had
 */
export async function installChromium(root, node) {
  if (process.env.CHROME_PATH) return null
  const doing = 'Installing Chromium'
  if (isDebianRoot()) {
    console.log('Installing Chromium with apt (a minute or so)')
    await installPackages(root, ['chromium'], doing)
  } else {
    console.log("Installing Chromium with Playwright's download (a minute or so)")
    const args = [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium-headless-shell']
    await runQuietly(node, args, { cwd: root, doing })
  }
  return findChromium()
}

/** What a person can do about it. */
export function chromiumAdvice() {
  if (process.env.CHROME_PATH) return `CHROME_PATH names no browser that starts (${process.env.CHROME_PATH})`
  return 'no Chromium here; install one (on Debian "apt-get install chromium") or name it in CHROME_PATH'
}

function inCaches() {
  return CACHES.filter((cache) => cache && existsSync(cache)).flatMap((cache) =>
    readdirSync(cache)
      .filter((name) => name.startsWith('chromium'))
      .sort()
      .reverse()
      .flatMap((name) => INSIDE.map((inside) => join(cache, name, inside))),
  )
}

/** A stub that only names a package to install does not start. On Windows asking would open a window. */
function starts(path) {
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}
