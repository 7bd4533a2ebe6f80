import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface RedisProcess {
  port: number
  /** Where it keeps everything. */
  folder: string
  /** Ends it at once and without warning; resolves when it is dead. */
  kill(): Promise<void>
  /** Starts it again over the same file; resolves when it takes commands. */
  start(): Promise<void>
  /** Ends it and removes what it kept. */
  remove(): Promise<void>
}

/** A real Redis on a free port of 127.0.0.1, in a folder of its own. What it has answered is on disk (AOF, `always`). */
export async function startRedis(): Promise<RedisProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-redis-'))
  const port = await freePort()
  let running = await run(port, folder)
  const kill = () => {
    running.child.kill('SIGKILL')
    return running.ended
  }
  return {
    port,
    folder,
    kill,
    async start() {
      running = await run(port, folder)
    },
    async remove() {
      await kill()
      rmSync(folder, { recursive: true })
    },
  }
}

async function run(port: number, folder: string) {
  const listening = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder]
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', '']
  const child = spawn('redis-server', [...listening, ...durable], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let said = ''
  await new Promise<void>((ready, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
      if (said.includes('Ready to accept connections')) ready()
    })
    child.once('error', failed)
    child.once('close', () => failed(new Error(`redis-server ended: ${said}`)))
  })
  return { child, ended }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
