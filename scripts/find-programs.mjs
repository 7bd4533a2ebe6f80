import { spawnSync } from 'node:child_process'
import { installPackages, isDebianRoot } from './install-packages.mjs'

/** Programs that tests run, and the Debian packages that hold them with what they need. */
const programs = {
  flite: ['flite'],
  'espeak-ng': ['espeak-ng'],
  text2wave: ['festival', 'festvox-us-slt-hts'],
  'redis-server': ['redis-server'],
}

/** Those of the programs that are not here. */
function missing() {
  return Object.keys(programs).filter((program) => spawnSync(program, ['--version']).error !== undefined)
}

/**
 * Installs what is missing, where that is allowed.
 *
 * @param {string} root
 * @returns {Promise<string[]>} what is missing still
 */
export async function installPrograms(root) {
  const wanted = missing()
  if (wanted.length === 0 || !isDebianRoot()) return wanted
  console.log(`Installing ${wanted.join(', ')} for the tests with apt (a few seconds)`)
  const packages = wanted.flatMap((program) => programs[program])
  await installPackages(root, packages, 'Installing programs')
  return missing()
}
