import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { SessionEvent } from '../../src/domain/interview/event.ts'
import { createSqliteLog } from '../../src/storage/drivers/sqlite-log.ts'
import { newDataDir } from '../serve.ts'
import type { Ground } from './ground.ts'

/** A new data folder. */
export function onDisk(): Ground {
  const dataDir = newDataDir()
  return {
    name: `data in ${dataDir}`,
    environment: { OFFHOOK_DATA: dataDir },
    openLog: () => createSqliteLog(join(dataDir, 'offhook.db'), SessionEvent),
    async close(keeps) {
      if (!keeps) rmSync(dataDir, { recursive: true })
    },
  }
}
