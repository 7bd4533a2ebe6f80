import { SessionEvent } from '../../src/domain/interview/event.ts'
import { createVercelKvLog } from '../../src/storage/drivers/vercel-kv-log.ts'
import { startHosted } from '../../standins/start-hosted.ts'
import type { Ground } from './ground.ts'

/** New hosted stores: a real Redis behind the stand-in of Vercel KV. */
export async function onKv(): Promise<Ground> {
  const { kv, environment, stop } = await startHosted()
  return {
    name: `data in ${kv.redis.folder}`,
    environment,
    kv,
    openLog: () => createVercelKvLog(kv, 'offhook', SessionEvent),
    close: stop,
  }
}
