/** `npm start`: installs and builds what is missing or out of date, then serves. Plain Node 20, no packages. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chooseNode, toolsEnv } from './choose-node.mjs'
import { Ending, explainFailure, runToEnd } from './ending.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { passSignalsOn, runInView } from './run-quietly.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

await runToEnd(async () => {
  passSignalsOn()
  process.chdir(root)
  readSettings()
  ensureDataFolder(resolve(root, process.env.OFFHOOK_DATA || '.data'))
  await ensurePortFree(readPort(), process.env.HOST || '127.0.0.1')
  await ensureInstalled(root, { dev: false })
  const node = chooseNode(root)
  await ensureBuilt(root, node)
  return await runInView(node, [join(root, 'server.mjs')], { cwd: root, env: toolsEnv(root, node) })
})

/** `.env` beside package.json; what the shell says wins. */
function readSettings() {
  const file = join(root, '.env')
  if (!existsSync(file)) return
  if (process.loadEnvFile === undefined) {
    throw new Ending(
      `Node ${process.version} cannot read .env: use Node 20.12 or newer, or set the variables in the shell.`,
    )
  }
  process.loadEnvFile(file)
}

function readPort() {
  const text = process.env.PORT || '4321'
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Ending(`PORT must be a number from 0 to 65535, not "${text}".`)
}

/** Tried by writing, since permissions alone don't tell (root, read-only disks). */
function ensureDataFolder(folder) {
  const trial = join(folder, `.write-trial-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(trial, 'x')
    rmSync(trial)
  } catch (error) {
    if (error.code === 'ENOSPC') throw new Ending(explainFailure('ENOSPC'))
    throw new Ending(
      `The data folder ${folder} cannot be written (${error.code}): choose another with OFFHOOK_DATA, then run the same command again.`,
    )
  }
}

/** Asked before the install and the build, so that nobody waits for a minute to hear it. */
function ensurePortFree(port, host) {
  return new Promise((free, taken) => {
    const trial = createServer()
    trial.once('error', (error) => taken(new Ending(portSentence(error.code, port, host))))
    trial.listen(port, host, () => trial.close(() => free()))
  })
}

function portSentence(code, port, host) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`
  if (code === 'EACCES')
    return `Port ${port} may not be opened by you: choose one above 1023, as in PORT=4321 npm start.`
  return `Nothing can listen on ${host}:${port} (${code}): check HOST and PORT.`
}
