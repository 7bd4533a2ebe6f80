import { describe, expect, test } from 'vitest'
import { VoiceAccess } from '../wire/voice.ts'
import { VoiceAccessFailure } from '../voice/voice-access.ts'
import { codeOf, openTestApp, startedSession } from './test-app.ts'

const path = '/api/voice/access'

describe('choosing how an interview is held', () => {
  test('is noted once, and the last choice stands', async () => {
    const server = openTestApp()
    const client = server.newClient()
    const { id: sessionId } = await client.create()
    for (const engine of ['local', 'local', 'typed', 'local']) {
      const response = await client.send('POST', path, { sessionId, engine })
      expect([response.status, await response.json()]).toEqual([200, { engine }])
      expect((await server.dependencies.sessions.find(sessionId))?.state.engine).toBe(engine)
    }
    const events = (await server.dependencies.sessions.find(sessionId))?.events ?? []
    expect(events.filter(({ kind }) => kind === 'engine-chosen')).toHaveLength(3)
  })

  test('changes how long silence is waited for', async () => {
    const { client, id: sessionId } = await startedSession()
    const waits = async () => {
      const view = (await (await client.send('GET', `/api/sessions/${sessionId}`)).json()) as {
        state: { silenceAfterMs: number }
      }
      return view.state.silenceAfterMs
    }
    const typed = await waits()
    await client.send('POST', path, { sessionId, engine: 'local' })
    expect(await waits()).toBeLessThan(typed)
  })

  test('is for the owner alone: somebody else’s session answers exactly like an absent one', async () => {
    const { id: sessionId, newClient, dependencies } = await startedSession()
    const stranger = newClient()
    await stranger.create()
    const theirs = await stranger.send('POST', path, { sessionId, engine: 'local' })
    const absent = await stranger.send('POST', path, { sessionId: 'absent', engine: 'local' })
    expect([theirs.status, await theirs.text()]).toEqual([404, await absent.text()])
    expect((await dependencies.sessions.find(sessionId))?.state.engine).toBe('typed')
  })

  test('is refused after the end, and for an engine that there is not', async () => {
    const { client, id: sessionId } = await startedSession()
    const unknown = await client.send('POST', path, { sessionId, engine: 'telephone' })
    expect([unknown.status, await codeOf(unknown)]).toEqual([422, 'invalid'])
    await client.send('POST', `/api/sessions/${sessionId}/finish`)
    const late = await client.send('POST', path, { sessionId, engine: 'local' })
    expect([late.status, await codeOf(late)]).toEqual([409, 'session-finished'])
  })

  test('ElevenLabs is refused with a hint where it is not set up', async () => {
    const { client, id: sessionId, dependencies } = await startedSession()
    const response = await client.send('POST', path, { sessionId, engine: 'elevenlabs' })
    expect([response.status, await codeOf(response)]).toEqual([409, 'voice-not-set-up'])
    expect((await dependencies.sessions.find(sessionId))?.state.engine).toBe('typed')
  })
})

describe('an interview held by ElevenLabs', () => {
  test('gets the signed address and a pass for this interview alone, another one every time', async () => {
    const elevenLabs = { signedUrl: () => Promise.resolve('wss://api.example/v1?sig=1') }
    const { newClient, dependencies } = openTestApp({ elevenLabs })
    const client = newClient()
    const { id: sessionId } = await client.create()
    const passes: (string | undefined)[] = []
    for (let call = 0; call < 2; call += 1) {
      const response = await client.send('POST', path, { sessionId, engine: 'elevenlabs' })
      const access = VoiceAccess.parse(await response.json())
      if (access.engine !== 'elevenlabs') throw new Error(`held by ${access.engine}`)
      expect(access.signedUrl).toBe('wss://api.example/v1?sig=1')
      passes.push(access.dynamicVariables['secret__interview_pass'])
    }
    const claims = passes.map((pass) => dependencies.passes.read(pass, dependencies.now()))
    expect(claims).toMatchObject([{ sessionId }, { sessionId }])
    expect(claims[0]?.callId).not.toBe(claims[1]?.callId)
    expect((await dependencies.sessions.find(sessionId))?.state.engine).toBe('elevenlabs')
  })

  test.each([
    ['refused', 502, 'voice-refused'],
    ['unreachable', 503, 'voice-unreachable'],
  ] as const)(
    'is not begun when access is %s: the hint names the other ways',
    async (reason, status, code) => {
      const failure = new VoiceAccessFailure(reason, 'ElevenLabs answered 401 invalid_api_key')
      const elevenLabs = { signedUrl: () => Promise.reject(failure) }
      const { newClient, dependencies, errors } = openTestApp({ elevenLabs })
      const client = newClient()
      const { id: sessionId } = await client.create()
      const response = await client.send('POST', path, { sessionId, engine: 'elevenlabs' })
      const body = await response.clone().text()
      expect([response.status, await codeOf(response)]).toEqual([status, code])
      expect(body).toMatch(/on-device voice.*typ/)
      expect(body).not.toContain('invalid_api_key')
      expect(errors).toMatchObject([{ kind: 'error', name: failure.name, message: failure.message }])
      expect((await dependencies.sessions.find(sessionId))?.state.engine).toBe('typed')
    },
  )
})
