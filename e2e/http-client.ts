import { POSTING, readFrames } from '../src/api/test-app.ts'
import type { Frame } from '../src/wire/frame.ts'
import type { SessionView } from '../src/wire/sessions.ts'
import { SessionCreated, SessionView as SessionViewSchema } from '../src/wire/sessions.ts'

/** One browser without pages, over real HTTP: keeps its cookie, speaks JSON. */
export interface HttpClient {
  /** `name=value` as it goes into a Cookie header; empty before the first session. */
  cookie(): string
  /** @throws TypeError when the connection breaks. */
  send(method: string, path: string, body?: unknown): Promise<Response>
  /** Makes a session and gives its id. */
  create(request?: object): Promise<string>
  /** The whole body that answers a turn. @throws Error when it was refused or broke off before `done`. */
  turn(id: string, turnId: string, text: string): Promise<string>
  view(id: string): Promise<SessionView>
}

/** `url` is the site's origin. */
export function createHttpClient(url: string): HttpClient {
  let cookie = ''
  async function send(method: string, path: string, body?: unknown): Promise<Response> {
    const headers = {
      ...(cookie ? { cookie } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await fetch(url + path, init)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return response
  }
  return {
    cookie: () => cookie,
    send,
    async create(request = {}) {
      const response = await send('POST', '/api/sessions', { jd: POSTING, ...request })
      return SessionCreated.parse(await response.json()).id
    },
    async turn(id, turnId, text) {
      const response = await send('POST', `/api/sessions/${id}/turns`, { turnId, text })
      const body = await response.text()
      if (response.status !== 200) throw new Error(`${turnId} was refused: ${body}`)
      if (!/^event: done$/m.test(body)) throw new Error(`the answer to ${turnId} broke off`)
      return body
    },
    async view(id) {
      return SessionViewSchema.parse(await (await send('GET', `/api/sessions/${id}`)).json())
    },
  }
}

/** The last frame of a turn's body. */
export function doneOf(body: string): Extract<Frame, { event: 'done' }>['data'] {
  const last = readFrames(body).at(-1)
  if (last?.event !== 'done') throw new Error('the turn has no end')
  return last.data
}
