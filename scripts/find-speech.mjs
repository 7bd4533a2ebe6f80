import { spawnSync } from 'node:child_process'
import { installPackages, isDebianRoot } from './install-packages.mjs'

/** Programs that speak in tests, and the Debian packages that hold them with their voices. */
const programs = {
  flite: ['flite'],
  'espeak-ng': ['espeak-ng'],
  text2wave: ['festival', 'festvox-us-slt-hts'],
}

/** Programs that speak and are not here. */
export function missingSpeech() {
  return Object.keys(programs).filter((program) => spawnSync(program, ['--version']).error !== undefined)
}

/**
 * Installs what is missing, where that is allowed.
 *
 * @param {string} root
 * @returns {Promise<string[]>} what is missing still
 */
export async function installSpeech(root) {
  const missing = missingSpeech()
  if (missing.length === 0 || !isDebianRoot()) return missing
  console.log('Installing voices for the tests with apt (a few seconds)')
  const packages = missing.flatMap((program) => programs[program])
  await installPackages(root, packages, 'Installing voices')
  return missingSpeech()
}
