import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { FunctionConfig } from './output-config.ts'

export interface RunningFunction {
  port: number
  /** A request arrives, or is answered. Between them the instance is frozen, unless it asked to be waited for. */
  begin(): void
  end(): void
  /** What it has written to its error output. */
  complaints(): string
  stop(): Promise<void>
}

const Message = z.union([z.object({ port: z.number() }), z.object({ waiting: z.number() })])

/**
 * Starts the function in `folder` with this environment and no other.
 * @param imports modules that the process loads first
 * @throws Error with what the function said when it ends instead of listening
 */
export async function startFunction(
  folder: string,
  environment: Record<string, string>,
  imports: string[],
): Promise<RunningFunction> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { handler } = FunctionConfig.parse(read('.vc-config.json'))
  const runner = fileURLToPath(new URL('run-function.ts', import.meta.url))
  const args = [...imports.flatMap((path) => ['--import', path]), runner, join(folder, handler)]
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...environment, VERCEL: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  let inFlight = 0
  let waiting = 0
  const settle = () => child.kill(inFlight + waiting > 0 ? 'SIGCONT' : 'SIGSTOP')
  const port = await new Promise<number>((listens, failed) => {
    child.on('message', (told) => {
      const message = Message.parse(told)
      if ('port' in message) return listens(message.port)
      waiting = message.waiting
      settle()
    })
    child.once('close', (code) => failed(new Error(`the function ended with ${code}: ${complaints}`)))
  })
  return {
    port,
    begin() {
      inFlight += 1
      settle()
    },
    end() {
      inFlight -= 1
      settle()
    },
    complaints: () => complaints,
    stop() {
      child.kill('SIGKILL')
      return ended
    },
  }
}
