import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dump } from 'js-yaml'
import { PROVEN_FILE } from '../../src/bank/read-proven.ts'

/** Keeps what was proven in which state, sorted by snippet, one line each. */
export function writeProven(dir: string, proven: Record<string, string>): void {
  const sorted = Object.fromEntries(Object.entries(proven).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(join(dir, PROVEN_FILE), dump(sorted))
}
