import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ending, explainFailure } from './ending.mjs'
import { npmCommand, runQuietly } from './run-quietly.mjs'

/**
 * Installs the packages of package-lock.json unless they are there already, by our stamp or by npm's own
 * record of what it installed.
 *
 * @param {string} root
 * @param {{ dev: boolean }} needs whether the development packages are needed too
 */
export async function ensureInstalled(root, { dev }) {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.offhook-lock-hash')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  if (isInstalled(root, dev)) return

  const why = existsSync(join(root, 'node_modules', '.package-lock.json'))
    ? 'package-lock.json has changed'
    : 'the first time'
  console.log(`Installing packages (${why}; a minute or so)`)
  const [command, ...args] = npmCommand()
  const flags = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const result = await runQuietly(command, [...args, ...flags], { cwd: root, doing: 'Installing packages' })
  if (result.code !== 0) {
    const sentence = explainFailure(result.output)
    if (sentence === null) console.error(result.output.trim())
    throw new Ending(sentence ?? 'The packages could not be installed; above is what npm said.')
  }
  writeFileSync(stamp, hash)
  console.log(`Installed in ${result.seconds} s`)
}

/** Whether npm's record names every package the lock asks for; the ones for other platforms may be missing. */
function isInstalled(root, dev) {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages)
  return wanted.every(([path, entry]) => {
    if (path === '' || entry.optional || entry.devOptional) return true
    if (entry.dev && !dev) return true
    return there[path]?.version === entry.version
  })
}
