import type { Limiter } from '../limiter.ts'
import { waitFor } from '../wait-for.ts'
import { attemptSqlite } from './attempt-sqlite.ts'
import { openSqlite } from './open-sqlite.ts'

const schema = `
  pragma synchronous = off;
  create table if not exists admission (key text not null, at integer not null, ends_at integer not null) strict;
  create index if not exists admission_by_key on admission (key, at);
  create index if not exists admission_by_end on admission (ends_at);
`

/**
 * Counts in one SQLite file, which several processes may share. A count is no promise to anybody: the disk is not waited
 * for.
 */
export function createSqliteLimiter(path: string, now: () => number = Date.now): Limiter {
  const db = openSqlite(path, schema)
  const forget = db.prepare('delete from admission where ends_at <= ?')
  const read = db.prepare('select at from admission where key = ? and at > ? order by at')
  const count = db.prepare('insert into admission (key, at, ends_at) values (?, ?, ?)')
  return {
    async take(allowances) {
      return attemptSqlite('count against a limit', () => {
        const at = now()
        db.exec('begin immediate')
        try {
          forget.run(at)
          const waits = allowances.map((each) => {
            const moments = read.all(each.key, at - each.windowMs).map((row) => Number(row['at']))
            return waitFor(each, moments, at)
          })
          const retryAfterMs = Math.max(0, ...waits)
          if (retryAfterMs === 0)
            for (const { key, windowMs } of allowances) count.run(key, at, at + windowMs)
          return retryAfterMs > 0 ? { ok: false, retryAfterMs } : { ok: true }
        } finally {
          db.exec('commit')
        }
      })
    },
    async close() {
      db.close()
    },
  }
}
