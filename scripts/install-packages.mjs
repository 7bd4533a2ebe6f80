import { existsSync, readFileSync } from 'node:fs'
import { runQuietly } from './run-quietly.mjs'

/** Whether this process may install packages with apt. */
export function isDebianRoot() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}

/**
 * Installs Debian packages; whether that worked is seen by what can be run then.
 *
 * @param {string} root
 * @param {string[]} packages
 * @param {string} doing what is said while it takes long
 */
export async function installPackages(root, packages, doing) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await runQuietly('apt-get', ['update'], { cwd: root, env, doing })
  const install = ['install', '-y', '--no-install-recommends', ...packages]
  if (update.code === 0) await runQuietly('apt-get', install, { cwd: root, env, doing })
}
