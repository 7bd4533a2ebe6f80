import { join } from 'node:path'
import { createMemoryLog } from '../storage/drivers/memory.ts'
import { readSecretFile } from '../storage/drivers/secret-file.ts'
import { createSqliteLog } from '../storage/drivers/sqlite.ts'
import { composeLibrary } from './compose-library.ts'
import { createDependencies } from './create-dependencies.ts'
import type { Dependencies } from './dependencies.ts'
import type { Settings } from './env.ts'

/**
 * The use cases' world as the settings ask for it. Beside the library, the only server file that names a driver.
 * @throws Error that names the file or folder that does not work.
 */
export function compose(settings: Settings): Dependencies {
  const library = composeLibrary(settings)
  const secret = settings.cookieSecret ?? readSecretFile(settings.dataDir)
  return createDependencies(library, openLog(settings), secret)
}

function openLog({ storage, dataDir }: Settings) {
  switch (storage) {
    case 'memory':
      return createMemoryLog()
    case 'sqlite':
      return createSqliteLog(join(dataDir, 'offhook.db'))
  }
}
