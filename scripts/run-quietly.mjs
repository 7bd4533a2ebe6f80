import { spawn } from 'node:child_process'
import { constants } from 'node:os'

const EVERY = 20_000
const KEEP = 400_000
const GRACE = 3_000

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** The exit code a signal asked for; 0 while none came. */
let asked = 0

/**
 * Runs a command and keeps what it prints to itself, so that the caller shows it only when it matters.
 * A long one says every 20 s that it is still at work. Never rejects; when a signal ended it, so does the
 * process, without a word.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, doing: string }} options `doing`: "Installing packages"
 * @returns {Promise<{ code: number, output: string, seconds: number }>}
 */
export function runQuietly(command, args, { cwd, env = process.env, doing }) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  return new Promise((resolve) => {
    let output = ''
    const hear = (chunk) => (output = (output + chunk).slice(-KEEP))
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: needsShell(command),
    })
    const beat = setInterval(() => console.log(`  ${doing}: ${seconds()} s so far`), EVERY)
    running.add(child)
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('error', (error) => hear(`${error.message}\n`))
    child.once('close', (code, signal) => {
      clearInterval(beat)
      running.delete(child)
      if (asked !== 0) process.exit(asked)
      resolve({ code: exitCodeOf(code, signal), output, seconds: seconds() })
    })
  })
}

/**
 * Runs a command in full view. Resolves with its exit code; never rejects.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function runInView(command, args, { cwd, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: 'inherit' })
    running.add(child)
    child.once('error', (error) => console.error(error.message))
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve(exitCodeOf(code, signal))
    })
  })
}

/**
 * Hands SIGINT and SIGTERM to whatever runs; with nothing to hand them to, the process ends at once. What
 * runs in view closes in its own time, what runs quietly has 3 s.
 */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      asked = exitCodeOf(null, signal)
      if (running.size === 0) process.exit(asked)
      for (const child of running) {
        child.kill(signal)
        if (child.stdout !== null) setTimeout(() => child.kill('SIGKILL'), GRACE).unref()
      }
    })
  }
}

/** npm as the arguments of a spawn: the npm that runs this script, else the one on the path. */
export function npmCommand() {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? [process.execPath, own] : ['npm']
}

function needsShell(command) {
  return process.platform === 'win32' && command === 'npm'
}

function exitCodeOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0)
}
