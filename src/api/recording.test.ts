import { describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import { consent, keptOf, recordedSession, recorderOf } from './recorded-session-fixture.ts'
import { codeOf, openTestApp } from './test-app.ts'

async function bytesOf(response: Response): Promise<Uint8Array> {
  return new Uint8Array(await response.arrayBuffer())
}

describe('a recording', () => {
  test('is one file in which every piece has its moment', async () => {
    const { upload, play, passTime, errors } = await recordedSession()
    passTime(20_000)
    expect((await upload(10_000, [7, 8, 9])).status).toBe(204)
    expect((await upload(2_000, [1, 2])).status).toBe(204)
    const response = await play()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('audio/wav')
    expect(response.headers.get('cache-control')).toBe('private, no-cache, no-transform')
    const file = await bytesOf(response)
    expect(response.headers.get('content-length')).toBe(`${file.length}`)
    const sound = file.slice(58)
    expect([...sound.slice(16_000, 16_003)]).toEqual([1, 2, 0xff])
    expect([...sound.slice(80_000)]).toEqual([7, 8, 9, 0xff])
    expect(errors).toEqual([])
  })

  test('comes in parts, each saying which it is', async () => {
    const { upload, play, passTime } = await recordedSession()
    passTime(20_000)
    await upload(0, [1, 2, 3, 4])
    const part = await play({ range: 'bytes=59-60' })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe('bytes 59-60/62')
    expect(part.headers.get('accept-ranges')).toBe('bytes')
    expect([...(await bytesOf(part))]).toEqual([2, 3])
    expect([...(await bytesOf(await play({ range: 'bytes=-1' })))]).toEqual([4])
    const beyond = await play({ range: 'bytes=62-' })
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */62'])
    expect(await codeOf(beyond)).toBe('bad-range')
  })

  test('of an hour is never answered in one piece to a player that asks for all that is left', async () => {
    const { upload, play, passTime } = await recordedSession()
    passTime(3_600_000)
    await upload(3_500_000, [5])
    const part = await play({ range: 'bytes=58-' })
    expect(part.headers.get('content-range')).toBe(`bytes 58-${58 + 4 * 1024 * 1024 - 1}/${58 + 28_000_002}`)
    expect((await bytesOf(part)).length).toBe(4 * 1024 * 1024)
    expect((await bytesOf(await play())).length).toBe(58 + 28_000_002)
  })

  test('does not change when a piece comes again', async () => {
    const session = await recordedSession()
    session.passTime(5_000)
    for (let time = 0; time < 3; time += 1) await session.upload(1_000, [1, 2])
    expect(await keptOf(session)).toEqual(['00001000'])
    const events = (await session.dependencies.sessions.find(session.id))?.events ?? []
    expect(events.filter(({ kind }) => kind === 'recording-stored')).toHaveLength(1)
  })

  test('is told of once, however many pieces arrive at the same time', async () => {
    const session = await recordedSession()
    session.passTime(60_000)
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((at) => session.upload(at * 1_000, [at])))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204, 204])
    const events = (await session.dependencies.sessions.find(session.id))?.events ?? []
    expect(events.filter(({ kind }) => kind === 'recording-stored')).toMatchObject([
      { href: `/api/sessions/${session.id}/recording`, offsetMs: 0 },
    ])
  })

  test('is in the report, and can be read when the interview is over', async () => {
    const { client, id, upload, play, passTime } = await recordedSession()
    passTime(5_000)
    await upload(1_000, [1, 2])
    await client.turn(id, 't1', 'I was the tech lead for a payment service.')
    const report = Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
    expect(report.recording).toMatchObject({ href: `/api/sessions/${id}/recording`, offsetMs: 0 })
    expect((await play()).status).toBe(200)
  })

  test('of which nothing was made is not in the report, and not there', async () => {
    const { client, id, play } = await recordedSession()
    const report = Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
    expect(report.recording).toBeUndefined()
    expect((await play()).status).toBe(404)
  })
})

describe('a piece that cannot be kept', () => {
  test.each([
    ['of the future', '15001', 'recording-ahead', 422],
    ['without a moment', 'NaN', 'invalid', 422],
    ['of before the beginning', '-1', 'invalid', 422],
    ['of half a millisecond', '0.5', 'invalid', 422],
    ['of another day', '100000000', 'invalid', 422],
  ])('%s is refused', async (_, startMs, code, status) => {
    const session = await recordedSession()
    session.passTime(5_000)
    const refused = await session.upload(startMs, [1])
    expect([refused.status, await codeOf(refused)]).toEqual([status, code])
    expect(await keptOf(session)).toEqual([])
  })

  test('of a device whose clock is a few seconds ahead is taken', async () => {
    const { upload, passTime } = await recordedSession()
    passTime(5_000)
    expect((await upload(15_000, [1])).status).toBe(204)
  })

  test('that is empty, too large or something else is refused', async () => {
    const session = await recordedSession()
    session.passTime(5_000)
    expect(await codeOf(await session.upload(0, []))).toBe('invalid')
    const large = await session.upload(0, new Uint8Array(64 * 1024 + 1))
    expect([large.status, await codeOf(large)]).toEqual([413, 'too-large'])
    expect((await session.upload(0, new Uint8Array(64 * 1024))).status).toBe(204)
    const other = await session.upload(0, [1], { 'content-type': 'audio/webm' })
    expect([other.status, await codeOf(other)]).toEqual([400, 'not-audio'])
    expect((await session.upload(0, [1], { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect(session.errors).toEqual([])
  })

  test('after three hours is refused, and what was kept stays', async () => {
    const session = await recordedSession()
    session.passTime(4 * 3_600_000)
    const threeHours = 3 * 3_600_000
    expect((await session.upload(threeHours - 1_000, new Uint8Array(8_000))).status).toBe(204)
    expect(await codeOf(await session.upload(threeHours - 999, new Uint8Array(8_000)))).toBe('recording-full')
    expect(await codeOf(await session.upload(threeHours, [1]))).toBe('recording-full')
    expect((await session.play()).status).toBe(200)
  })

  test('beyond what three hours can hold is refused', async () => {
    const session = await recordedSession()
    session.passTime(3_600_000)
    const { blobs } = session.dependencies
    const list = blobs.list.bind(blobs)
    const full = Array.from({ length: 1_320 }, (_, at) => ({
      key: `recordings/x/${String(at).padStart(8, '0')}`,
      size: 64 * 1024,
    }))
    blobs.list = async (prefix) => [...full, ...(await list(prefix))]
    expect(await codeOf(await session.upload(0, [1]))).toBe('recording-full')
    const keys = Array.from({ length: 4_000 }, (_, at) => String(at).padStart(8, '0'))
    blobs.list = async (prefix) => keys.map((name) => ({ key: prefix + name, size: 1 }))
    expect(await codeOf(await session.upload(4_000, [1]))).toBe('recording-full')
    expect((await session.upload(3_999, [1])).status).toBe(204)
    blobs.list = list
    expect((await session.upload(0, [1])).status).toBe(204)
  })

  test('before the interview has begun, and after its end, is refused', async () => {
    const { app, newClient } = openTestApp()
    const client = newClient()
    const { id } = await client.create()
    await consent({ client, id }, true)
    const { upload } = recorderOf({ app, client, id })
    expect(await codeOf(await upload(0, [1]))).toBe('not-started')
    await client.turn(id, 'open', '')
    await client.send('POST', `/api/sessions/${id}/finish`)
    expect(await codeOf(await upload(0, [1]))).toBe('session-finished')
  })
})

test('somebody else’s recording answers exactly like an absent one', async () => {
  const session = await recordedSession()
  session.passTime(5_000)
  await session.upload(1_000, [1])
  const stranger = session.newClient()
  await stranger.create()
  const theirs = recorderOf({ ...session, client: stranger })
  const absent = recorderOf({ ...session, client: stranger, id: 'absent' })
  for (const [one, other] of [
    [await theirs.play(), await absent.play()],
    [await theirs.upload(0, [1]), await absent.upload(0, [1])],
  ] as const) {
    expect([one.status, other.status]).toEqual([404, 404])
    expect(await one.text()).toBe(await other.text())
  }
  expect(await keptOf(session)).toEqual(['00001000'])
})

test('a store that fails is a failure that can be tried again, not a recording that is not there', async () => {
  const session = await recordedSession()
  session.passTime(5_000)
  await session.upload(1_000, [1])
  const { StorageFailure } = await import('../storage/storage-failure.ts')
  const fail = () => Promise.reject(new StorageFailure('list', new Error('the disk is gone')))
  const { blobs } = session.dependencies
  const { list } = blobs
  blobs.list = fail
  expect([(await session.play()).status, (await session.upload(2_000, [1])).status]).toEqual([503, 503])
  blobs.list = list
  expect((await session.play()).status).toBe(200)
})
