import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openTestApp, POSTING } from './test-app.ts'
import { sweep } from './usecases/sweep.ts'

/** Deletions that break off; `OFFHOOK_DELETIONS` asks for the long count. Seeded by `OFFHOOK_SEED`. */
const count = Number(process.env['OFFHOOK_DELETIONS'] ?? 12)
const seed = Number(process.env['OFFHOOK_SEED'] ?? 14)
const folder = mkdtempSync(join(tmpdir(), 'offhook-deletions-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Server = ReturnType<typeof openTestApp>

/** Makes the process die at its `nth` call of a store from now on: that call and all after it come to nothing. */
function dieAt({ dependencies }: Server, nth: number): void {
  let calls = 0
  for (const store of [dependencies.log, dependencies.records, dependencies.blobs]) {
    for (const [name, method] of Object.entries(store)) {
      const dying = (...args: unknown[]) => {
        calls += 1
        if (calls >= nth) return Promise.reject(new Error('the process died'))
        return (method as (...given: unknown[]) => unknown)(...args)
      }
      Object.assign(store, { [name]: dying })
    }
  }
}

async function makeSession(server: Server, marker: string, random: (below: number) => number) {
  const client = server.newClient()
  const { id } = await client.create({ jd: `${POSTING}\n${marker}` })
  const tell = (event: object) => client.send('POST', `/api/sessions/${id}/events`, event)
  await tell({ kind: 'recording-consent', on: true })
  await client.turn(id, 'open', '')
  for (let turn = 0; turn < random(5); turn += 1)
    await client.turn(id, `t${turn}`, `I built ${marker}, a queue.`)
  await tell({ kind: 'note', text: marker })
  for (let call = 0; call < random(3); call += 1)
    await tell({ kind: 'call-started', conversationId: `conv_${call}` })
  for (let chunk = 0; chunk < random(4); chunk += 1) {
    await server.app.request(`http://localhost/api/sessions/${id}/recording?startMs=${chunk * 1000}`, {
      method: 'POST',
      headers: { cookie: client.cookie(), 'content-type': 'audio/basic' },
      body: new TextEncoder().encode(marker.repeat(9)),
    })
  }
  if (random(2) === 0) {
    await client.send('POST', `/api/sessions/${id}/finish`)
    await client.send('POST', `/api/reports/${id}/share`, { notes: true })
  }
  return { client, id }
}

function remnantsOf(marker: string, dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path, 'latin1').includes(marker))
}

function createRandom(from: number): (below: number) => number {
  let state = from
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test(`of ${count} deletions, each with its process killed at some call of a store, the next sweep leaves no byte`, async () => {
  const random = createRandom(seed)
  let brokenOff = 0
  for (let round = 0; round < count; round += 1) {
    const dataDir = join(folder, `${round}`)
    const marker = `planted${seed}x${round}`
    const first = openTestApp({ dataDir, calls: {} })
    const { client, id } = await makeSession(first, marker, random)
    dieAt(first, 1 + random(14))
    const asked = await client.send('DELETE', `/api/sessions/${id}`)
    if (asked.status !== 204) brokenOff += 1
    const next = openTestApp({ dataDir, calls: {} })
    await sweep(next.dependencies, () => undefined)
    const wasNoted = asked.status === 204 || (await next.dependencies.sessions.find(id)) === undefined
    if (!wasNoted) {
      // It died before it could note anything: the session is whole, and asking again deletes it.
      const again = next.newClient()
      again.setCookie(client.cookie())
      expect((await again.send('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    }
    expect([seed, round, remnantsOf(marker, dataDir)]).toEqual([seed, round, []])
    for (const { log, records } of [first.dependencies, next.dependencies])
      await Promise.allSettled([log.close(), records.close()])
  }
  expect(brokenOff).toBeGreaterThan(count / 4)
}, 600_000)
