import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Served {
  url: string
  pid: number
  /** From its spawning to its first good answer, in ms. */
  readyMs: number
  /** Ends the process, at once and without warning when `signal` is SIGKILL. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

/** A new empty data folder. */
export function newDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'offhook-data-'))
}

/** What a server has to answer to count as ready: a GET, as the owner of the cookie. */
export interface Probe {
  path: string
  cookie?: string
  /** What it prints when it listens; without it the first output says so. */
  line?: RegExp
}

/** Starts the built site on a free port and resolves when it answers. What `environment` says wins. */
export async function serveSite(
  dataDir = newDataDir(),
  port?: number,
  probe: Probe = { path: '/api/health' },
  environment: Record<string, string> = {},
): Promise<Served> {
  const at = port ?? (await freePort())
  return serve(
    ['server.mjs'],
    at,
    { OFFHOOK_DATA: dataDir, PORT: String(at), ...environment },
    {
      line: /ready at/,
      ...probe,
    },
  )
}

/**
 * Runs `command` as a server, which says a line when it listens, and resolves with its first answer to `probe`.
 * @throws Error when it ends first or answers with a refusal.
 */
export async function serve(
  args: string[],
  port: number,
  environment: Record<string, string | undefined>,
  { path, cookie = '', line = /./ }: Probe,
  command = process.execPath,
  cwd = process.cwd(),
): Promise<Served> {
  const spawnedAt = performance.now()
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const listens = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => line.test(chunk.toString()) && resolve())
  })
  await Promise.race([ended, listens])
  const url = `http://127.0.0.1:${port}`
  if (child.exitCode !== null || child.signalCode !== null) {
    const ending = child.exitCode ?? child.signalCode
    throw new Error(`${args.join(' ')} ended with ${ending}: ${complaint}`)
  }
  const response = await fetch(url + path, { headers: { cookie } })
  await response.arrayBuffer()
  const readyMs = performance.now() - spawnedAt
  if (!response.ok) {
    child.kill('SIGKILL')
    throw new Error(`${path} is answered with ${response.status}: ${complaint}`)
  }
  return {
    url,
    pid: child.pid ?? 0,
    readyMs,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return ended
    },
  }
}
