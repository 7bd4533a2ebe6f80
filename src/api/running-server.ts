import { createApp } from './app.ts'
import { compose } from './compose.ts'
import type { Dependencies } from './dependencies.ts'
import type { Settings } from './env.ts'
import { parseEnv } from './env.ts'
import { logError } from './log-error.ts'
import { sweep } from './usecases/sweep.ts'
import { warmUp } from './warm-up.ts'

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
  running ??= start(parseEnv(process.env))
  return running
}

/** How long after one sweep the next begins, in ms. */
const BETWEEN_SWEEPS = 60_000

function start(settings: Settings): RunningServer {
  const dependencies = compose(settings)
  void warmUp(dependencies).catch(logError)
  if (!settings.isOnVercel) keepSweeping(() => sweep(dependencies, logError))
  return { dependencies, app: createApp(dependencies, logError) }
}

/** One sweep after the other for as long as the process lives, which they do not keep alive. */
function keepSweeping(round: () => Promise<void>): void {
  const next = () => {
    setTimeout(() => void round().then(next), BETWEEN_SWEEPS).unref()
  }
  next()
}
