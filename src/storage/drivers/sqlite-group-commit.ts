import type { DatabaseSync } from 'node:sqlite'

/** Runs pieces of work in shared transactions: those that arrive in one turn of the event loop sync once. */
export interface GroupCommit {
  /** Resolves with what `work` returned once it is on disk. Work that throws is undone alone. */
  run<T>(work: () => T): Promise<T>
}

interface Job {
  work: () => void
  settle: () => void
  fail: (error: unknown) => void
}

/** Groups on one connection, which nothing else may hold a transaction on. */
export function createGroupCommit(db: DatabaseSync): GroupCommit {
  let waiting: Job[] = []
  return {
    run: (work) =>
      new Promise((resolve, reject) => {
        let result: ReturnType<typeof work>
        waiting.push({
          work: () => {
            result = work()
          },
          settle: () => resolve(result),
          fail: reject,
        })
        if (waiting.length > 1) return
        setImmediate(() => {
          const jobs = waiting
          waiting = []
          commit(db, jobs)
        })
      }),
  }
}

function commit(db: DatabaseSync, jobs: Job[]): void {
  try {
    db.exec('begin immediate')
    const done = jobs.filter((job) => attempt(db, job))
    db.exec('commit')
    for (const job of done) job.settle()
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    for (const job of jobs) job.fail(error)
  }
}

/** One job between savepoints: what it began is undone when it throws, and the others go on. */
function attempt(db: DatabaseSync, job: Job): boolean {
  db.exec('savepoint job')
  try {
    job.work()
    return true
  } catch (error) {
    if (!db.isTransaction) throw error
    db.exec('rollback to job')
    job.fail(error)
    return false
  } finally {
    if (db.isTransaction) db.exec('release job')
  }
}
