import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { canonicalMeaning } from '../../src/domain/interview/canonical-meaning.ts'
import type { SessionEvent } from '../../src/domain/interview/event.ts'
import { fold } from '../../src/domain/interview/fold.ts'
import { initialState } from '../../src/domain/interview/initial-state.ts'

export interface Recording {
  name: string
  log: SessionEvent[]
}

/**
 * Writes each log as gzipped JSON lines and what it folds to as a line of the folder's index. Gives the bytes written.
 * @throws Error when the folder holds a recording of one of the names; then it stays as it is.
 */
export function writeRecordings(folder: string, recordings: Recording[]): number {
  const pathOf = ({ name }: Recording) => join(folder, `${name}.jsonl.gz`)
  const taken = recordings.map(pathOf).find((path) => existsSync(path))
  if (taken) throw new Error(`${taken} is there. A recording is never replaced: choose another folder.`)
  mkdirSync(folder, { recursive: true })
  const sizes = recordings.map((recording) => {
    const text = recording.log.map((event) => `${JSON.stringify(event)}\n`).join('')
    const bytes = gzipSync(text, { level: 9 })
    writeFileSync(pathOf(recording), bytes, { flag: 'wx' })
    appendFileSync(join(folder, 'index.jsonl'), `${JSON.stringify(indexLine(recording))}\n`)
    return bytes.length
  })
  return sizes.reduce((sum, size) => sum + size, 0)
}

function indexLine({ name, log }: Recording) {
  const state = log.reduce(fold, initialState())
  const digest = createHash('sha256').update(canonicalMeaning(state)).digest('hex')
  return { name, phase: state.phase, clockMs: state.clockMs, turns: state.turns.length, digest }
}
