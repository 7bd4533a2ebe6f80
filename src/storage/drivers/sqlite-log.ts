import type { z } from 'zod'
import { decideAppend } from '../decide-append.ts'
import type { AppendResult, EventLog, LogEvent } from '../event-log.ts'
import { parseStored } from '../parse-stored.ts'
import { attemptSqlite } from './attempt-sqlite.ts'
import { openSqlite } from './open-sqlite.ts'
import { sqliteFailure } from './sqlite-failure.ts'
import { createGroupCommit } from './sqlite-group-commit.ts'

const schema = `
  create table if not exists session (
    id text primary key,
    owner_id text not null,
    created integer not null
  ) strict;
  create index if not exists session_by_owner on session (owner_id, created desc);
  create index if not exists session_by_time on session (created);
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
 * whatever the file system refuses, and for a stored event that does not fit `Event`.
 */
export function createSqliteLog<E extends LogEvent>(
  path: string,
  Event: z.ZodType<E>,
  now: () => number = Date.now,
): EventLog<E> {
  const db = openSqlite(path, schema)
  const addSession = db.prepare('insert or ignore into session (id, owner_id, created) values (?, ?, ?)')
  const addEvent = db.prepare('insert into event (session_id, seq, id, body) values (?, ?, ?, ?)')
  const lastSeq = db.prepare('select coalesce(max(seq), 0) as seq from event where session_id = ?')
  const hasEvent = db.prepare('select 1 as found from event where session_id = ? and id = ?')
  const readAfter = db.prepare('select body from event where session_id = ? and seq > ? order by seq')
  const byOwner = db.prepare('select id from session where owner_id = ? order by created desc, rowid desc')
  const begun = db.prepare(
    'select id from session where created >= ? and created < ? order by created, rowid',
  )
  const remove = db.prepare('delete from session where id = ?')
  const group = createGroupCommit(db)

  function appendNow(sessionId: string, expectedSeq: number, events: E[], ownerId?: string): AppendResult {
    const known = new Set(events.map(({ id }) => id).filter((id) => hasEvent.get(sessionId, id)))
    const last = Number(lastSeq.get(sessionId)?.['seq'] ?? 0)
    const decision = decideAppend(last, known, expectedSeq, events)
    if (decision !== 'ok') return decision
    if (ownerId !== undefined) addSession.run(sessionId, ownerId, now())
    for (const event of events) addEvent.run(sessionId, event.seq, event.id, JSON.stringify(event))
    return 'ok'
  }

  return {
    async append(sessionId, expectedSeq, events, ownerId) {
      try {
        return await group.run(() => appendNow(sessionId, expectedSeq, events, ownerId))
      } catch (error) {
        throw sqliteFailure('append to a log', error)
      }
    },
    async read(sessionId, afterSeq) {
      const rows = attemptSqlite('read a log', () => readAfter.all(sessionId, afterSeq))
      return rows.map(({ body }) => parseStored(Event, String(body), sessionId))
    },
    async listByOwner(ownerId) {
      return attemptSqlite('list an owner’s logs', () => byOwner.all(ownerId)).map(({ id }) => String(id))
    },
    async listBegun(fromMs, toMs) {
      return attemptSqlite('list the logs of a time', () => begun.all(fromMs, toMs)).map(({ id }) =>
        String(id),
      )
    },
    async delete(sessionId) {
      attemptSqlite('delete a log', () => {
        remove.run(sessionId)
        db.exec('pragma wal_checkpoint(truncate)')
      })
    },
    async close() {
      db.close()
    },
  }
}
