import { consent } from './recorded-session-fixture.ts'
import type { openTestApp } from './test-app.ts'

let calls = 0

/** A session whose page was connected with the voice service a second before the interview began. */
export async function calledSession(app: ReturnType<typeof openTestApp>, { agreed = true } = {}) {
  const { dependencies, newClient, passTime } = app
  const client = newClient()
  const { id } = await client.create()
  const conversationId = `conv_${(calls += 1)}`
  const tell = (event: object) => client.send('POST', `/api/sessions/${id}/events`, event)
  if (agreed) await consent({ client, id }, true)
  await tell({ kind: 'call-started', conversationId })
  passTime(1_000)
  await client.turn(id, 'open', '')
  const read = async () => {
    const session = await dependencies.sessions.find(id)
    if (!session) throw new Error('the session is gone')
    return session
  }
  return {
    ...app,
    client,
    id,
    conversationId,
    /** Sends an event of the page. */
    tell,
    state: async () => (await read()).state,
    /** The events that tell how calls ended. */
    ends: async () => (await read()).events.filter(({ kind }) => kind === 'call-ended'),
    /** Whether news of the call is waited for. */
    isAwaited: async () => (await dependencies.blobs.list(`calls/${conversationId}/`)).length > 0,
  }
}
