import { createApp } from './app.ts'
import { compose } from './compose.ts'
import type { Dependencies } from './dependencies.ts'
import { parseEnv } from './env.ts'
import { logError } from './log-error.ts'
import { reconcileCalls } from './usecases/reconcile-calls.ts'
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
  running ??= start(compose(parseEnv(process.env)))
  return running
}

/** How long after one round of asking after calls the next begins, in ms. */
const BETWEEN_ROUNDS = 60_000

function start(dependencies: Dependencies): RunningServer {
  void warmUp(dependencies).catch(logError)
  const { callArchive } = dependencies
  if (callArchive) keepReconciling(() => reconcileCalls(dependencies, callArchive, logError))
  return { dependencies, app: createApp(dependencies, logError) }
}

/** One round after the other for as long as the process lives, which they do not keep alive. */
function keepReconciling(round: () => Promise<void>): void {
  const next = () => {
    setTimeout(() => void round().catch(logError).then(next), BETWEEN_ROUNDS).unref()
  }
  next()
}
