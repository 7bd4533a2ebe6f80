import { describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import { consent, keptOf, recordedSession, recorderOf } from './recorded-session-fixture.ts'
import { codeOf, openTestApp, startedSession } from './test-app.ts'

describe('consent', () => {
  test('comes first: without it nothing is kept', async () => {
    const session = await startedSession()
    session.passTime(5_000)
    const { upload, play } = recorderOf(session)
    const refused = await upload(1_000, [1])
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'recording-not-agreed'])
    expect(await keptOf(session)).toEqual([])
    expect((await play()).status).toBe(404)
  })

  test('can be given before Join, and the page can read it back', async () => {
    const { newClient } = openTestApp()
    const client = newClient()
    const { id } = await client.create()
    expect(await (await consent({ client, id }, true)).json()).toMatchObject({
      state: { recordingAgreed: true },
    })
    expect(await (await client.send('GET', `/api/sessions/${id}`)).json()).toMatchObject({
      state: { phase: 'ready', recordingAgreed: true },
    })
  })

  test('that is taken back deletes what was kept', async () => {
    const session = await recordedSession()
    session.passTime(5_000)
    await session.upload(1_000, [1])
    await session.upload(2_000, [2])
    expect((await consent(session, false)).status).toBe(200)
    expect(await keptOf(session)).toEqual([])
    expect((await session.play()).status).toBe(404)
    expect(await codeOf(await session.upload(3_000, [3]))).toBe('recording-not-agreed')
  })

  test('can be taken back when the report is there, and the report then says nothing of a recording', async () => {
    const session = await recordedSession()
    const { client, id } = session
    session.passTime(5_000)
    await session.upload(1_000, [1])
    await client.send('POST', `/api/sessions/${id}/finish`)
    expect((await consent(session, false)).status).toBe(200)
    expect(await keptOf(session)).toEqual([])
    const report = Report.parse(await (await client.send('GET', `/api/reports/${id}`)).json())
    expect(report.recording).toBeUndefined()
    expect(await codeOf(await consent(session, true))).toBe('session-finished')
  })

  test('taken back again deletes what a failing store left the first time', async () => {
    const session = await recordedSession()
    session.passTime(5_000)
    await session.upload(1_000, [1])
    await consent(session, false)
    await session.dependencies.blobs.put(`recordings/${session.id}/00009000`, new Uint8Array([9]))
    expect((await session.play()).status).toBe(404)
    expect((await consent(session, false)).status).toBe(200)
    expect(await keptOf(session)).toEqual([])
  })

  test('taken back while a piece is being written takes that piece along, and given again does not save it', async () => {
    const session = await recordedSession()
    session.passTime(5_000)
    const { blobs } = session.dependencies
    const put = blobs.put.bind(blobs)
    blobs.put = async (key, bytes) => {
      blobs.put = put
      await consent(session, false)
      await consent(session, true)
      await put(key, bytes)
    }
    expect(await codeOf(await session.upload(1_000, [1]))).toBe('recording-not-agreed')
    expect(await keptOf(session)).toEqual([])
    expect((await session.upload(1_000, [1])).status).toBe(204)
    expect((await session.play()).status).toBe(200)
  })
})
