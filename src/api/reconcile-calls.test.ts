import { beforeEach, describe, expect, test } from 'vitest'
import type { CallArchive, CallFacts } from '../voice/call-service.ts'
import { calledSession } from './called-session-fixture.ts'
import { consent, keptOf } from './recorded-session-fixture.ts'
import { openTestApp } from './test-app.ts'
import { reconcileCalls } from './usecases/reconcile-calls.ts'

type Called = Awaited<ReturnType<typeof calledSession>>
type Archive = CallArchive & { asked: string[] }

const MINUTE = 60_000
const MP3 = new Uint8Array([0xff, 0xfb, 0x90])
let app: ReturnType<typeof openTestApp>

beforeEach(async () => {
  app = openTestApp()
  for (const { key } of await app.dependencies.blobs.list('calls/')) await app.dependencies.blobs.delete(key)
})

/** A service that answers the same of every call, and notes what it was asked. */
function archiveOf(facts: CallFacts | 'running' | undefined, audio: typeof MP3 | undefined = MP3): Archive {
  const asked: string[] = []
  return {
    asked,
    facts: async (id) => {
      asked.push(id)
      return facts
    },
    audio: async (id) => {
      asked.push(`${id}/audio`)
      return audio
    },
    forget: async (id) => void asked.push(`forget ${id}`),
  }
}

const factsOf = ({ conversationId, id }: Called, more: Partial<CallFacts> = {}): CallFacts => ({
  conversationId,
  sessionId: id,
  outcome: 'done',
  durationMs: 600_000,
  reason: 'Call ended',
  hasAudio: true,
  ...more,
})
const reconcile = (archive: CallArchive) =>
  reconcileCalls(app.dependencies, archive, (error) => app.errors.push(error))
/** A session that has been finished, so that its call is over. */
async function finished(options?: { agreed: boolean }) {
  const session = await calledSession(app, options)
  await session.client.send('POST', `/api/sessions/${session.id}/finish`)
  return session
}

describe('a call of which the service never told', () => {
  test('is asked after: how it ended, and its recording; and then no more', async () => {
    const session = await finished()
    const archive = archiveOf(factsOf(session))
    await reconcile(archive)
    const { conversationId } = session
    expect(archive.asked).toEqual([conversationId, `${conversationId}/audio`, `forget ${conversationId}`])
    expect(await session.ends()).toHaveLength(1)
    expect(await keptOf(session)).toEqual([`call-${session.conversationId}.mp3`])
    expect((await session.state()).report?.recording).toMatchObject({ offsetMs: 1_000, lengthMs: 600_000 })
    expect(await session.isAwaited()).toBe(false)
    await reconcile(archive)
    expect(archive.asked).toHaveLength(3)
    expect(app.errors).toEqual([])
  })

  test('of a candidate who has not agreed is asked after without its recording', async () => {
    const session = await finished({ agreed: false })
    const archive = archiveOf(factsOf(session))
    await reconcile(archive)
    expect(archive.asked).toEqual([session.conversationId, `forget ${session.conversationId}`])
    expect(await session.ends()).toHaveLength(1)
    expect(await session.isAwaited()).toBe(false)
  })

  test('is left alone while the interview goes on, and asked after when it has been quiet', async () => {
    const session = await calledSession(app)
    const archive = archiveOf(factsOf(session))
    await reconcile(archive)
    expect(archive.asked).toEqual([])
    app.passTime(2 * MINUTE)
    await reconcile(archive)
    expect(archive.asked).toContain(session.conversationId)
    expect(await session.ends()).toHaveLength(1)
  })

  test.each([['running' as const], [undefined]])(
    'is asked after again while the answer is %s',
    async (answer) => {
      const session = await finished()
      await reconcile(archiveOf(answer))
      expect([await session.isAwaited(), await session.ends()]).toEqual([true, []])
      await reconcile(archiveOf(factsOf(session)))
      expect(await session.isAwaited()).toBe(false)
    },
  )

  test('whose recording is not ready is asked after again for that alone', async () => {
    const session = await finished()
    await reconcile({ ...archiveOf(factsOf(session)), audio: async () => undefined })
    expect(await session.isAwaited()).toBe(true)
    const archive = archiveOf('running')
    await reconcile(archive)
    expect(archive.asked).toEqual([`${session.conversationId}/audio`, `forget ${session.conversationId}`])
    expect(await keptOf(session)).toHaveLength(1)
  })

  test('without a recording is done with', async () => {
    const session = await finished()
    const archive = archiveOf(factsOf(session, { hasAudio: false }))
    await reconcile(archive)
    expect(archive.asked).toEqual([session.conversationId, `forget ${session.conversationId}`])
    expect(await session.isAwaited()).toBe(false)
  })

  test('that the service cannot delete now is deleted the next time', async () => {
    const session = await finished({ agreed: false })
    const broken = { ...archiveOf(factsOf(session)), forget: () => Promise.reject(new Error('500')) }
    await reconcile(broken)
    expect([await session.isAwaited(), app.errors]).toEqual([true, [new Error('500')]])
    const archive = archiveOf('running')
    await reconcile(archive)
    expect([archive.asked, await session.isAwaited()]).toEqual([[`forget ${session.conversationId}`], false])
  })

  test('is given up after three days', async () => {
    const session = await finished()
    await reconcile(archiveOf(undefined))
    app.passTime(3 * 24 * 60 * MINUTE + 1)
    const archive = archiveOf(factsOf(session))
    await reconcile(archive)
    expect([archive.asked, await session.isAwaited()]).toEqual([[], false])
  })

  test('does not stop the others when the service fails for it', async () => {
    const one = await finished()
    const other = await finished()
    const fails: CallArchive = {
      ...archiveOf(factsOf(other)),
      facts: async (id) => {
        if (id === one.conversationId) throw new Error('429')
        return factsOf(other)
      },
    }
    await reconcile(fails)
    expect(app.errors).toEqual([new Error('429')])
    expect([await one.isAwaited(), await other.isAwaited()]).toEqual([true, false])
    await reconcile(archiveOf(factsOf(one)))
    expect(await one.isAwaited()).toBe(false)
  })
})

test('a call that was somebody else’s gives nothing to a page that claims it', async () => {
  const theirs = await finished()
  const thief = await calledSession(app)
  await thief.tell({ kind: 'call-started', conversationId: theirs.conversationId })
  await thief.client.send('POST', `/api/sessions/${thief.id}/finish`)
  const answers: Record<string, CallFacts> = {
    [theirs.conversationId]: factsOf(theirs),
    [thief.conversationId]: factsOf(thief, { hasAudio: false }),
  }
  const archive = { ...archiveOf(undefined), facts: async (id: string) => answers[id] }
  await reconcile(archive)
  expect(await keptOf(thief)).toEqual([])
  expect((await thief.ends()).map((event) => 'conversationId' in event && event.conversationId)).toEqual([
    thief.conversationId,
  ])
  expect(await keptOf(theirs)).toEqual([`call-${theirs.conversationId}.mp3`])
  const forgotten = archive.asked.filter((each) => each.startsWith('forget'))
  expect(forgotten.toSorted()).toEqual(
    [`forget ${theirs.conversationId}`, `forget ${thief.conversationId}`].toSorted(),
  )
  expect(await app.dependencies.blobs.list('calls/')).toEqual([])
})

test('an agreement taken back while the recording is fetched takes the recording along', async () => {
  const session = await finished()
  const slow: CallArchive = {
    ...archiveOf(factsOf(session)),
    audio: async () => {
      await consent(session, false)
      return MP3
    },
  }
  await reconcile(slow)
  expect(await keptOf(session)).toEqual([])
  expect((await session.state()).recordings).toEqual([])
  await reconcile(archiveOf(factsOf(session)))
  expect([await session.isAwaited(), app.errors]).toEqual([false, []])
})

test('a line that broke gives a recording with a later part', async () => {
  const session = await calledSession(app)
  app.passTime(10 * MINUTE)
  await session.tell({ kind: 'call-started', conversationId: 'conv_again' })
  await session.client.send('POST', `/api/sessions/${session.id}/finish`)
  await reconcile({
    ...archiveOf(undefined),
    facts: async (conversationId) => ({ ...factsOf(session), conversationId }),
  })
  const { recording } = (await session.state()).report ?? {}
  expect(recording).toMatchObject({ offsetMs: 1_000, later: [{ offsetMs: -10 * MINUTE }] })
  expect(await keptOf(session)).toHaveLength(2)
})

test('a session has so many calls and no more, and one that is told of again is no other', async () => {
  const session = await calledSession(app)
  for (let call = 0; call < 299; call += 1)
    await session.tell({ kind: 'call-started', conversationId: `more_${call}` })
  expect((await session.tell({ kind: 'call-started', conversationId: 'one_more' })).status).toBe(422)
  expect((await session.tell({ kind: 'call-started', conversationId: 'more_7' })).status).toBe(200)
  expect((await session.state()).calls).toHaveLength(300)
  expect((await session.tell({ kind: 'call-started', conversationId: '../../x' })).status).toBe(422)
})
