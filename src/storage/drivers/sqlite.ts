import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SessionEvent } from '../../domain/interview/event.ts'
import { decideAppend } from '../decide-append.ts'
import type { AppendResult, SessionLog } from '../session-log.ts'
import { StorageFailure } from '../storage-failure.ts'
import { createGroupCommit } from './sqlite-group-commit.ts'

const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma secure_delete = on;
  create table if not exists session (
    id text primary key,
    owner_id text not null,
    created integer not null
  ) strict;
  create index if not exists session_by_owner on session (owner_id, created desc);
  create table if not exists event (
    session_id text not null references session (id) on delete cascade,
    seq integer not null,
    id text not null,
    body text not null,
    primary key (session_id, seq),
    unique (session_id, id)
  ) strict, without rowid;
`

/**
 * Keeps logs in one SQLite file: WAL, synchronous FULL, so that an acknowledged append is on disk. Appends that
 * arrive together share one commit. Several processes may share the file. Throws StorageFailure for
 * whatever the file system refuses.
 */
export function createSqliteLog(path: string): SessionLog {
  const db = attempt('open the session database', () => {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const opened = new DatabaseSync(path, { timeout: 5_000 })
    opened.exec(schema)
    return opened
  })
  const addSession = db.prepare('insert or ignore into session (id, owner_id, created) values (?, ?, ?)')
  const addEvent = db.prepare('insert into event (session_id, seq, id, body) values (?, ?, ?, ?)')
  const lastSeq = db.prepare('select coalesce(max(seq), 0) as seq from event where session_id = ?')
  const hasEvent = db.prepare('select 1 as found from event where session_id = ? and id = ?')
  const readAfter = db.prepare('select body from event where session_id = ? and seq > ? order by seq')
  const byOwner = db.prepare('select id from session where owner_id = ? order by created desc, rowid desc')
  const remove = db.prepare('delete from session where id = ?')
  const group = createGroupCommit(db)

  function appendNow(
    sessionId: string,
    expectedSeq: number,
    events: SessionEvent[],
    ownerId?: string,
  ): AppendResult {
    const known = new Set(events.map(({ id }) => id).filter((id) => hasEvent.get(sessionId, id)))
    const last = Number(lastSeq.get(sessionId)?.['seq'] ?? 0)
    const decision = decideAppend(last, known, expectedSeq, events)
    if (decision !== 'ok') return decision
    if (ownerId !== undefined) addSession.run(sessionId, ownerId, Date.now())
    for (const event of events) addEvent.run(sessionId, event.seq, event.id, JSON.stringify(event))
    return 'ok'
  }

  return {
    async append(sessionId, expectedSeq, events, ownerId) {
      try {
        return await group.run(() => appendNow(sessionId, expectedSeq, events, ownerId))
      } catch (error) {
        throw asFailure('append to the session log', error)
      }
    },
    async read(sessionId, afterSeq) {
      const rows = attempt('read the session log', () => readAfter.all(sessionId, afterSeq))
      return rows.map(({ body }) => parseStored(String(body), sessionId))
    },
    async listByOwner(ownerId) {
      return attempt('list the sessions', () => byOwner.all(ownerId)).map(({ id }) => String(id))
    },
    async delete(sessionId) {
      attempt('delete the session', () => {
        remove.run(sessionId)
        db.exec('pragma wal_checkpoint(truncate)')
      })
    },
    async close() {
      db.close()
    },
  }
}

function attempt<T>(action: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw asFailure(action, error)
  }
}

/** The caller's mistakes stay what they are; everything else is the store's. */
function asFailure(action: string, error: unknown): Error {
  return error instanceof RangeError ? error : new StorageFailure(action, error)
}

function parseStored(body: string, sessionId: string): SessionEvent {
  const parsed = SessionEvent.safeParse(JSON.parse(body))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new StorageFailure(
    `read session ${sessionId}`,
    new Error(`${issue?.path.join('.')}: ${issue?.message}`),
  )
}
