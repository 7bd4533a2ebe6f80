import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toolsEnv } from './choose-node.mjs'
import { Ending, explainFailure } from './ending.mjs'
import { npmCommand, runQuietly } from './run-quietly.mjs'

const SOURCES = [
  'src',
  'public',
  'scripts/build-bank.ts',
  'scripts/build-documents.ts',
  'scripts/build-voice.ts',
  'scripts/site-adapter.mjs',
  'scripts/finish-vercel-output.mjs',
  'astro.config.mjs',
  'keystatic.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const SETTINGS = ['SITE_URL']
const STAMP = '.offhook-source-hash'

/**
 * Builds the bank and the site unless `dist/` was made from these very sources.
 *
 * @param {string} root
 * @param {string} node what chooseNode chose
 */
export async function ensureBuilt(root, node) {
  const hash = hashSources(root)
  const stamp = join(root, 'dist', STAMP)
  const parts = [join(root, '.build'), join(root, 'dist', 'server', 'entry.mjs'), stamp]
  if (parts.every((part) => existsSync(part)) && readFileSync(stamp, 'utf8') === hash) return

  console.log('Building the site (half a minute or so)')
  const [command, ...args] = npmCommand()
  const result = await runQuietly(command, [...args, 'run', 'build'], {
    cwd: root,
    env: toolsEnv(root, node),
    doing: 'Building the site',
  })
  if (result.code !== 0) {
    const disk = /ENOSPC|no space left/i.test(result.output) ? explainFailure('ENOSPC') : null
    if (disk === null) console.error(result.output.trim().split('\n').slice(-60).join('\n'))
    throw new Ending(disk ?? 'The build failed; above is the end of what it said.')
  }
  writeFileSync(stamp, hash)
  console.log(`Built in ${result.seconds} s`)
}

function hashSources(root) {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  for (const name of SETTINGS) hash.update(`${name}=${process.env[name] ?? ''}\0`)
  return hash.digest('hex')
}

/** Sorted paths, tests left out: they change nothing of what is built. */
function filesUnder(root, path) {
  if (!existsSync(join(root, path)) || path.endsWith('.test.ts')) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`))
}
