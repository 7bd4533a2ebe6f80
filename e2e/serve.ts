import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Served {
  url: string
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

/** Starts the built site on a free port and resolves when it answers. */
export async function serveSite(dataDir = newDataDir(), port?: number): Promise<Served> {
  const at = port ?? (await freePort())
  return serve(['server.mjs'], at, { OFFHOOK_DATA: dataDir, PORT: String(at) }, '/api/health')
}

/** Runs `command` as a server and resolves when `path` answers. @throws Error when it ends first. */
export async function serve(
  args: string[],
  port: number,
  environment: Record<string, string>,
  path: string,
  command = process.execPath,
): Promise<Served> {
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const url = `http://127.0.0.1:${port}`
  while (!(await answers(url + path))) {
    if (child.exitCode !== null)
      throw new Error(`${args.join(' ')} ended with ${child.exitCode}: ${complaint}`)
    await new Promise((resume) => setTimeout(resume, 25))
  }
  return {
    url,
    stop: (signal = 'SIGTERM') =>
      new Promise<void>((ended) => {
        if (child.exitCode !== null || child.signalCode !== null) return ended()
        child.once('exit', () => ended())
        child.kill(signal)
      }),
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok
  } catch {
    return false
  }
}
