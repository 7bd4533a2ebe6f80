import { spawnSync } from 'node:child_process'
import { rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import type { Served } from './serve.ts'
import { freePort, newDataDir, serve, serveSite } from './serve.ts'

/** A site whose disk can be filled and freed. */
export interface SmallDisk {
  site: Served
  /** From here on the server can write no more, or only little. */
  fill(): void
  /** Gives the space back, and the site that uses it: where a process keeps its limit, a new one. */
  free(): Promise<Served>
  remove(): Promise<void>
}

const MEGABYTES = 4
/** Blocks of 512 bytes, or of 1,024 in some shells: enough for a session, too little for a long talk. */
const BLOCKS = 500

/** A real small file system where one may be mounted, else a limit on the size of any file of the server. */
export async function openSmallDisk(): Promise<SmallDisk> {
  const dataDir = newDataDir()
  const options = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', dataDir]
  const isMounted = spawnSync('mount', options, { stdio: 'ignore' }).status === 0
  return isMounted ? onOwnFileSystem(dataDir) : underLimit(dataDir)
}

async function onOwnFileSystem(dataDir: string): Promise<SmallDisk> {
  const site = await serveSite(dataDir)
  const filler = join(dataDir, 'filler')
  return {
    site,
    fill: () => fillUp(filler),
    free: () => {
      rmSync(filler)
      return Promise.resolve(site)
    },
    async remove() {
      await site.stop('SIGKILL')
      spawnSync('umount', [dataDir], { stdio: 'ignore' })
      rmSync(dataDir, { recursive: true })
    },
  }
}

function fillUp(path: string): void {
  const file = openSync(path, 'w')
  const block = Buffer.alloc(4_096)
  try {
    for (let written = 0; written <= MEGABYTES * 1_048_576; written += block.length) writeSync(file, block)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  } finally {
    closeSync(file)
  }
}

async function underLimit(dataDir: string): Promise<SmallDisk> {
  const port = await freePort()
  const limited = ['-c', `ulimit -S -f ${BLOCKS}; exec "$0" server.mjs`, process.execPath]
  const environment = { OFFHOOK_DATA: dataDir, PORT: String(port) }
  let site = await serve(limited, port, environment, { path: '/api/health' }, 'sh')
  return {
    site,
    fill: () => undefined,
    async free() {
      await site.stop()
      site = await serveSite(dataDir, port)
      return site
    },
    async remove() {
      await site.stop('SIGKILL')
      rmSync(dataDir, { recursive: true })
    },
  }
}
