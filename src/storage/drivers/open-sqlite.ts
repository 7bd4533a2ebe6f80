import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { attemptSqlite } from './attempt-sqlite.ts'

/** What is acknowledged is on disk, and what is deleted is overwritten. */
const PRAGMAS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma secure_delete = on;
`

/**
 * Opens a database file, and makes it with its folder where there is none. `schema` must bear being run again.
 * @throws StorageFailure for whatever the file system refuses
 */
export function openSqlite(path: string, schema: string): DatabaseSync {
  return attemptSqlite(`open ${path}`, () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const db = new DatabaseSync(path, { timeout: 5_000 })
    db.exec(PRAGMAS + schema)
    return db
  })
}
