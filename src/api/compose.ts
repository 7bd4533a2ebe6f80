import { join } from 'node:path'
import { loadBank } from '../bank/load-bank.ts'
import { createMemoryLog } from '../storage/drivers/memory.ts'
import { readSecretFile } from '../storage/drivers/secret-file.ts'
import { createSqliteLog } from '../storage/drivers/sqlite.ts'
import { createApp } from './app.ts'

import { createDependencies } from './create-dependencies.ts'
import type { Dependencies } from './dependencies.ts'
import { parseEnv } from './env.ts'
import type { Settings } from './env.ts'

/** The running server's parts. The only server file that names a driver. */
export interface Composition {
  dependencies: Dependencies
  app: ReturnType<typeof createApp>
}

let composed: Composition | undefined

/**
 * The parts for this process, made on first use from its environment.
 * @throws Error that names the setting, file or folder that does not work.
 */
export function compose(environment: Record<string, string | undefined> = process.env): Composition {
  composed ??= composeFrom(parseEnv(environment))
  return composed
}

function composeFrom(settings: Settings): Composition {
  const bank = loadBank(settings.bankPath)
  const secret = settings.cookieSecret ?? readSecretFile(settings.dataDir)
  const dependencies = createDependencies(bank, openLog(settings), secret)
  const logError = (error: unknown) =>
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return { dependencies, app: createApp(dependencies, logError) }
}

function openLog({ storage, dataDir }: Settings) {
  switch (storage) {
    case 'memory':
      return createMemoryLog()
    case 'sqlite':
      return createSqliteLog(join(dataDir, 'offhook.db'))
  }
}
