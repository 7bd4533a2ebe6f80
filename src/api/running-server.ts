import { createApp } from './app.ts'
import { compose } from './compose.ts'
import type { Dependencies } from './dependencies.ts'
import { parseEnv } from './env.ts'

/** The parts of this process. */
export interface RunningServer {
  dependencies: Dependencies
  app: ReturnType<typeof createApp>
}

let running: RunningServer | undefined

/**
 * The parts of this process, made on first use from its environment.
 * @throws Error that names the setting, file or folder that does not work.
 */
export function runningServer(): RunningServer {
  running ??= start(compose(parseEnv(process.env)))
  return running
}

function start(dependencies: Dependencies): RunningServer {
  const logError = (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  }
  return { dependencies, app: createApp(dependencies, logError) }
}
