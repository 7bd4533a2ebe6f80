import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Deleted } from '../wire/sessions.ts'
import { ShareLink } from '../wire/share.ts'
import type { CallArchive } from '../voice/call-service.ts'
import { openTestApp, POSTING } from './test-app.ts'
import { erasures, vendorErasures } from './erasure-keys.ts'
import { sweep } from './usecases/sweep.ts'

const folder = mkdtempSync(join(tmpdir(), 'offhook-deletion-'))
afterAll(() => rmSync(folder, { recursive: true }))
let folders = 0
const marker = 'planted-marker-c0ffee'
const DAY = 24 * 60 * 60 * 1000

/** A graded session whose posting, words, notes and voice hold a marker, on disk. */
async function markedSession() {
  const dataDir = join(folder, `${(folders += 1)}`)
  const server = openTestApp({ dataDir, calls: {} })
  const client = server.newClient()
  const { id } = await client.create({ jd: `${POSTING}\n${marker}` })
  const tell = (event: object) => client.send('POST', `/api/sessions/${id}/events`, event)
  await tell({ kind: 'recording-consent', on: true })
  await client.turn(id, 'open', '')
  await client.turn(id, 't1', `I owned ${marker}, a ledger in Postgres with forty million requests a day.`)
  await tell({ kind: 'note', text: marker })
  await tell({ kind: 'call-started', conversationId: 'conv_1' })
  const voice = new TextEncoder().encode(marker.repeat(20))
  await server.app.request(`http://localhost/api/sessions/${id}/recording?startMs=0`, {
    method: 'POST',
    headers: { cookie: client.cookie(), 'content-type': 'audio/basic' },
    body: voice,
  })
  await client.send('POST', `/api/sessions/${id}/finish`)
  const { href } = ShareLink.parse(await (await client.send('POST', `/api/reports/${id}/share`, {})).json())
  const remnants = () =>
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => readFileSync(path, 'latin1').includes(marker))
  return { ...server, client, id, remnants, link: href.replace('/shared/', '') }
}

describe('deleting', () => {
  test('leaves no byte of a session, and answers like for one that never was', async () => {
    const { client, id, remnants, link } = await markedSession()
    expect(remnants().length).toBeGreaterThan(0)
    expect((await client.send('DELETE', `/api/sessions/${id}`)).status).toBe(204)
    expect(remnants()).toEqual([])
    const [gone, absent] = await Promise.all(
      [id, 'never-was'].map(async (each) => {
        const response = await client.send('GET', `/api/sessions/${each}`)
        return [response.status, await response.text()]
      }),
    )
    expect(gone).toEqual(absent)
    expect((await client.send('GET', `/api/shared/${link}/report.json`)).status).toBe(404)
    expect((await client.send('DELETE', `/api/sessions/${id}`)).status).toBe(404)
  })

  test('nothing that comes late brings it back', async () => {
    const { client, dependencies, id, remnants } = await markedSession()
    const before = await dependencies.sessions.find(id)
    await client.send('DELETE', `/api/sessions/${id}`)
    expect(
      (await client.send('POST', `/api/sessions/${id}/turns`, { turnId: 't2', text: marker })).status,
    ).toBe(404)
    if (!before) throw new Error('there was no session')
    const event = {
      kind: 'note-added' as const,
      text: marker,
      id: 'late#1',
      seq: before.events.length + 1,
      at: 0,
    }
    expect(await dependencies.sessions.append(before, [event])).toBe('conflict')
    await dependencies.blobs.put(`recordings/${id}/00000008`, new TextEncoder().encode(marker))
    await sweep(dependencies, () => undefined)
    expect(remnants()).toEqual([])
  })

  test('everything: every session goes, the browser forgets its owner, and nobody else loses one', async () => {
    const { client, newClient, remnants } = await markedSession()
    await client.create({ jd: `${POSTING}\n${marker}` })
    const other = newClient()
    const { id } = await other.create()
    const response = await client.send('DELETE', '/api/me')
    expect(Deleted.parse(await response.json())).toEqual({ sessions: 2, pending: 1 })
    expect(response.headers.get('set-cookie')).toMatch(/^offhook=; Path=\/; Max-Age=0/)
    expect(remnants()).toEqual([])
    expect((await other.send('GET', `/api/sessions/${id}`)).status).toBe(200)
  })

  test('is finished by the sweep when it was broken off at any step', async () => {
    const steps = ['log', 'links', 'recordings'] as const
    for (const step of steps) {
      const { client, dependencies, id, remnants } = await markedSession()
      const broken = () => Promise.reject(new Error('broken off'))
      const whole = {
        delete: dependencies.log.delete,
        list: dependencies.blobs.list,
        listRecords: dependencies.records.list,
      }
      if (step === 'log') dependencies.log.delete = broken
      if (step === 'recordings') dependencies.blobs.list = broken
      if (step === 'links') dependencies.records.list = broken
      expect((await client.send('DELETE', `/api/sessions/${id}`)).status).toBe(500)
      dependencies.log.delete = whole.delete
      dependencies.blobs.list = whole.list
      dependencies.records.list = whole.listRecords
      await sweep(dependencies, () => undefined)
      expect([step, remnants()]).toEqual([step, []])
    }
  })

  test('the voice service is asked to delete its part until it confirms', async () => {
    const { client, dependencies, id, passTime } = await markedSession()
    const asked: string[] = []
    let isUp = false
    const archive: CallArchive = {
      facts: () => Promise.resolve(undefined),
      audio: () => Promise.resolve(undefined),
      forget: (conversation) => {
        asked.push(conversation)
        return isUp ? Promise.resolve() : Promise.reject(new Error('503'))
      },
    }
    const heard: unknown[] = []
    const round = () => sweep({ ...dependencies, callArchive: archive }, (error) => heard.push(error))
    await client.send('DELETE', `/api/sessions/${id}`)
    await round()
    expect([asked, heard]).toEqual([['conv_1'], [new Error('503')]])
    expect(await dependencies.records.list(vendorErasures())).toHaveLength(1)
    isUp = true
    passTime(11 * 60 * 1000)
    await round()
    expect(asked).toEqual(['conv_1', 'conv_1'])
    await round()
    expect(await dependencies.records.list(vendorErasures())).toEqual([])
    expect(await dependencies.records.list(erasures)).toEqual([])
  })
})

describe('what deletes itself', () => {
  test('a recording 30 days after its report, and the report says nothing of one any more', async () => {
    const { client, dependencies, id, passTime } = await markedSession()
    const hasRecording = async () => {
      const response = await client.send('GET', `/api/reports/${id}`)
      return 'recording' in ((await response.json()) as object)
    }
    expect(await hasRecording()).toBe(true)
    passTime(30 * DAY - 1_000)
    await sweep(dependencies, () => undefined)
    expect(await hasRecording()).toBe(true)
    passTime(DAY)
    await sweep(dependencies, () => undefined)
    expect(await hasRecording()).toBe(false)
    expect(await dependencies.blobs.list('recordings/')).toEqual([])
  })

  test('a session left for a week is graded without a visit', async () => {
    const server = openTestApp({ calls: {} })
    const client = server.newClient()
    const { id } = await client.create()
    await client.turn(id, 'open', '')
    server.passTime(7 * DAY + 1_000)
    await sweep(server.dependencies, () => undefined)
    const session = await server.dependencies.sessions.find(id)
    expect(session?.state.report).toBeDefined()
  })
})
