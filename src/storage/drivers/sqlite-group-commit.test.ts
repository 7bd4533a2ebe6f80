import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { createGroupCommit } from './sqlite-group-commit.ts'

function open() {
  const db = new DatabaseSync(':memory:')
  db.exec('create table note (id integer primary key, text text not null)')
  const commits: string[] = []
  const exec = db.exec.bind(db)
  db.exec = (sql: string) => {
    commits.push(sql)
    exec(sql)
  }
  const insert = db.prepare('insert into note (id, text) values (?, ?)')
  const all = () =>
    db
      .prepare('select text from note order by id')
      .all()
      .map(({ text }) => text)
  return { db, commits, insert, all, group: createGroupCommit(db) }
}

describe('group commit', () => {
  test('work that arrives together shares one commit and each gets its own result', async () => {
    const { commits, insert, all, group } = open()
    const results = await Promise.all(
      [1, 2, 3].map((id) => group.run(() => insert.run(id, `n${id}`) && id * 10)),
    )
    expect(results).toEqual([10, 20, 30])
    expect(all()).toEqual(['n1', 'n2', 'n3'])
    expect(commits.filter((sql) => sql === 'commit')).toHaveLength(1)
  })

  test('work that throws is undone alone', async () => {
    const { insert, all, group } = open()
    const settled = await Promise.allSettled([
      group.run(() => insert.run(1, 'kept')),
      group.run(() => {
        insert.run(2, 'undone')
        throw new RangeError('a mistake')
      }),
      group.run(() => insert.run(3, 'kept too')),
    ])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(all()).toEqual(['kept', 'kept too'])
  })

  test('a commit that fails fails everything in it, keeps nothing, and the next one works', async () => {
    const { db, insert, all, group } = open()
    const exec = db.exec
    db.exec = (sql: string) => {
      if (sql === 'commit') throw new Error('database or disk is full')
      exec(sql)
    }
    const settled = await Promise.allSettled([1, 2].map((id) => group.run(() => insert.run(id, 'lost'))))
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    db.exec = exec
    expect(all()).toEqual([])
    await group.run(() => insert.run(1, 'after'))
    expect(all()).toEqual(['after'])
  })
})
