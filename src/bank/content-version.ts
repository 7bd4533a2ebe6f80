import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Digest of every data file below `dir`: 12 hex digits that change when any content changes. */
export function contentVersion(dir: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|ts|js|sql|txt)$/.test(file) && !/(\.test\.ts|-kit\.ts)$/.test(file))
    .sort()
  for (const file of files) hash.update(file).update(readFileSync(join(dir, file)))
  return hash.digest('hex').slice(0, 12)
}
