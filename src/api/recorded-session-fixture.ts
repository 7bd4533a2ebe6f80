import { startedSession } from './test-app.ts'

type Started = Awaited<ReturnType<typeof startedSession>>

/** A started session whose candidate has agreed to be recorded, with what its page does. */
export async function recordedSession() {
  const session = await startedSession()
  await consent(session, true)
  return { ...session, ...recorderOf(session) }
}

/** What a page does with a recording: sends pieces, plays it. */
export function recorderOf({ app, client, id }: Pick<Started, 'app' | 'client' | 'id'>) {
  const path = `http://localhost/api/sessions/${id}/recording`
  return {
    upload: async (
      startMs: number | string,
      bytes: number[] | Uint8Array,
      headers: Record<string, string> = {},
    ) =>
      app.request(`${path}?startMs=${startMs}`, {
        method: 'POST',
        headers: { cookie: client.cookie(), 'content-type': 'audio/basic', ...headers },
        body: new Uint8Array(bytes),
      }),
    play: async (headers: Record<string, string> = {}) =>
      app.request(path, { headers: { cookie: client.cookie(), ...headers } }),
  }
}

/** Agrees to be recorded, or takes it back. */
export async function consent(
  { client, id }: Pick<Started, 'client' | 'id'>,
  on: boolean,
): Promise<Response> {
  return client.send('POST', `/api/sessions/${id}/events`, { kind: 'recording-consent', on })
}

/** Names of the blobs that are kept of a session. */
export async function keptOf({ dependencies, id }: Pick<Started, 'dependencies' | 'id'>) {
  return (await dependencies.blobs.list(`recordings/${id}/`)).map(({ key }) => key.split('/').at(-1))
}
