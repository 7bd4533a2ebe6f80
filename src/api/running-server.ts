import { createApp } from './app.ts'
import { bootReport } from './boot-report.ts'
import { compose } from './compose.ts'
import type { Dependencies } from './dependencies.ts'
import type { Settings } from './env.ts'
import { parseEnv } from './env.ts'
import type { LogLine, OperatorLog } from './operator-log.ts'
import { logError } from './log-error.ts'
import { sweep } from './usecases/sweep.ts'
import { warmUp } from './warm-up.ts'
import { writeLog } from './write-log.ts'

/** The parts of this process. */
export interface RunningServer {
  dependencies: Dependencies
  app: ReturnType<typeof createApp>
  log: OperatorLog
}

let running: RunningServer | undefined

/**
 * The parts of this process, made on first use from its environment.
 * @throws Error that names the setting, file or folder that does not work.
 */
export function runningServer(): RunningServer {
  if (!running) {
    const settings = parseEnv(process.env)
    running = start(settings)
  }
  return running
}

/** What the request that started this server gets before words are read, in ms: its answer. */
const FIRST_REPLY = 100

function firstReply(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, FIRST_REPLY).unref())
}

/** How long after one sweep the next begins, in ms. */
const BETWEEN_SWEEPS = 60_000

function writeError(line: LogLine): void {
  if (line.kind === 'error') writeLog(line)
}

function start(settings: Settings): RunningServer {
  const dependencies = compose(settings)
  process.stdout.write(bootReport(settings))
  const log: OperatorLog = settings.log === 'requests' ? writeLog : writeError
  dependencies.background(firstReply().then(() => warmUp(dependencies)))
  if (!settings.isOnVercel) keepSweeping(() => sweep(dependencies, logError))
  return { dependencies, log, app: createApp(dependencies, log) }
}

/** One sweep after the other for as long as the process lives, which they do not keep alive. */
function keepSweeping(round: () => Promise<void>): void {
  const next = () => {
    setTimeout(() => void round().then(next), BETWEEN_SWEEPS).unref()
  }
  next()
}
