import { checkBlobKey } from '../check-blob-key.ts'
import { checkBlobPrefix } from '../check-blob-prefix.ts'
import type { RecordStore } from '../record-store.ts'
import { attemptSqlite } from './attempt-sqlite.ts'
import { openSqlite } from './open-sqlite.ts'

const schema = `
  create table if not exists record (
    key text primary key,
    value blob not null,
    expires_at integer
  ) strict, without rowid;
  create index if not exists record_by_time on record (expires_at) where expires_at is not null;
`
const PUT = 'insert into record (key, value, expires_at) values (?1, ?2, ?3) on conflict (key) do update set'

/** Keeps records in one SQLite file, each call one durable statement. Several processes may share the file. */
export function createSqliteRecords(path: string, now: () => number = Date.now): RecordStore {
  const db = openSqlite(path, schema)
  const forget = db.prepare('delete from record where expires_at <= ?')
  const read = db.prepare('select value from record where key = ?')
  const put = db.prepare(`${PUT} value = excluded.value, expires_at = excluded.expires_at`)
  const putNew = db.prepare('insert or ignore into record (key, value, expires_at) values (?, ?, ?)')
  const take = db.prepare('delete from record where key = ? returning value')
  const add = db.prepare(
    `${PUT} value = cast(cast(cast(cast(value as text) as integer) + cast(?4 as integer) as text) as blob) returning value`,
  )
  const keys = db.prepare(
    'select key from record where key >= ?1 and substr(key, 1, length(?1)) = ?1 order by key',
  )

  /** Runs on what is still kept: what is over is removed first. */
  async function run<T>(action: string, key: string, work: () => T): Promise<T> {
    checkBlobKey(key)
    return attemptSqlite(`${action} a record`, () => {
      forget.run(now())
      return work()
    })
  }

  return {
    async get(key) {
      return run('read', key, () => textOf(read.get(key)))
    },
    async put(key, value, kept) {
      await run('put', key, () => put.run(key, bytesOf(value), kept?.expiresAt ?? null))
    },
    async putNew(key, value, kept) {
      return run('put', key, () => putNew.run(key, bytesOf(value), kept?.expiresAt ?? null).changes > 0)
    },
    async take(key) {
      return run('take', key, () => textOf(take.get(key)))
    },
    async add(key, amount, kept) {
      return run('add to', key, () =>
        Number(textOf(add.get(key, bytesOf(`${amount}`), kept?.expiresAt ?? null, amount))),
      )
    },
    async list(prefix) {
      checkBlobPrefix(prefix)
      return attemptSqlite('list records', () => {
        forget.run(now())
        return keys.all(prefix).map(({ key }) => String(key))
      })
    },
    async delete(key) {
      await run('delete', key, () => {
        take.run(key)
        db.exec('pragma wal_checkpoint(truncate)')
      })
    },
    async close() {
      db.close()
    },
  }
}

/** SQLite cuts text at a NUL; bytes stay whole. */
function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function textOf(row: Record<string, unknown> | undefined): string | undefined {
  if (row === undefined) return undefined
  const { value } = row
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : String(value)
}
