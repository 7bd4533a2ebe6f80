/**
 * The ElevenLabs engine, with the real client of the service in real Chromium, against the stand-in of the service
 * (standins/elevenlabs). Everything here about the service is verified against that stand-in only, which is written
 * from the service's documents, from its client's source, and from what others report: nothing was recorded from the
 * live service. Not run at all: Firefox, Safari and phones. A browser that cannot set the rate of its sound, as they
 * are, is played by Chromium with that ability hidden.
 */
import { describe, expect, test, vi } from 'vitest'
import { answerCall, leftOf, LONG, setUpCall, withBrowser } from './elevenlabs/set-up-call.ts'

withBrowser()

describe('a call', () => {
  test('is picked up by the director, and said word by word; nothing else is reached', async () => {
    const { service, model, page, start, sounds, has, events, told, complaints, strangers } =
      await setUpCall()
    await start()
    await sounds(true)
    await has({ kind: 'speech-progressed', unsaid: 0 })
    await told('[pickup]')
    const [call] = service.calls
    expect(call?.initiation).toMatchObject({
      dynamic_variables: { secret__interview_pass: 'pass-1' },
      source_info: { source: 'js_sdk', version: '1.25.0' },
    })
    expect(model.requests[0]?.headers['x-interview-pass']).toBe('pass-1')
    const seen = await events()
    expect(seen.slice(0, 3)).toEqual([
      { kind: 'microphone-changed', state: 'starting' },
      { kind: 'microphone-changed', state: 'on' },
      { kind: 'line-changed', connected: true, callId: call?.id },
    ])
    expect(seen).toContainEqual({ kind: 'log-grew' })
    const left = await leftOf(events())
    expect(left).toEqual([...new Set(left)].sort((a, b) => b - a))
    expect(left.length).toBeGreaterThan(3)
    await sounds(false)
    await vi.waitFor(() => expect(call?.sound.frames).toBeGreaterThan(20))
    await page.evaluate(() => window.call.engine.stop())
    expect(complaints).toEqual([])
    expect(strangers).toEqual([])
  })

  test('hears a turn grow, and the log with it', async () => {
    const { call, has, told } = await answerCall()
    void call.hears('It retries the payment twice.')
    await told('It retries the payment twice.')
    await has({ kind: 'candidate-active' })
    await has({ kind: 'heard', text: 'It retries the' })
    await has({ kind: 'heard', text: 'It retries the payment twice.' })
    await has({ kind: 'heard', text: '' })
    await has({ kind: 'log-grew' }, 3)
  })

  test('is answered after a sound in the microphone, told from silence by its loudness', async () => {
    const { start, has, told } = await setUpCall({
      transcribe: (samples, rate) => `Spoken for ${Math.round((samples.length / rate) * 2) / 2} s.`,
      before: () => {
        navigator.mediaDevices.getUserMedia = () => {
          const context = new AudioContext()
          const microphone = context.createMediaStreamDestination()
          const voice = context.createOscillator()
          voice.connect(microphone)
          voice.start(context.currentTime + 2)
          voice.stop(context.currentTime + 2.8)
          return Promise.resolve(microphone.stream)
        }
      },
    })
    await start()
    await told('Spoken for 1.5 s.')
    await has({ kind: 'candidate-active' })
  })

  test('runs the tools of the director by saying that the log grew', async () => {
    const { call, has, events } = await answerCall()
    for (const tool of ['show_snippet', 'highlight_lines', 'set_section', 'hold']) {
      const before = (await events()).filter(({ kind }) => kind === 'log-grew').length
      await call.hears(`tool ${tool}`)
      await has({ kind: 'log-grew' }, before + 2)
    }
    await vi.waitFor(() =>
      expect(call.received.filter(({ type }) => type === 'client_tool_result')).toEqual(
        [
          'The snippet is shown.',
          'The lines are highlighted.',
          'The section is shown.',
          'The hold is shown.',
        ].map((result) => expect.objectContaining({ result, is_error: false })),
      ),
    )
    expect(call.exchanges.map(({ outcome }) => outcome)).not.toContainEqual(expect.stringContaining('failed'))
  })

  test('ends when the last sentence was heard, though the end comes while it is said', async () => {
    const { call, has, events, page, service } = await answerCall({ on: { endsCallAtOnce: true } })
    const before = (await leftOf(events())).length
    void call.hears('bye')
    await has({ kind: 'hung-up' })
    const left = (await leftOf(events())).slice(before)
    expect(left.slice(-2, -1)[0]).toBeLessThan(4)
    expect(left.at(-1)).toBe(0)
    expect(await call.ended).toEqual({ by: 'client', code: 1000 })
    expect(await page.evaluate(() => window.call.open().contexts)).toBe(0)
    expect(service.sockets()).toBe(1)
  })
})

describe('a candidate who speaks while the interviewer does', () => {
  test('is given the word at once, and the page is told what was heard', async () => {
    const { call, has, events, sounds, told, saysLong } = await answerCall()
    void call.hears('long')
    await sounds(true)
    await saysLong()
    call.startsToHear()
    await sounds(false)
    void call.hears('Wait.')
    await sounds(true)
    await told('Wait.')
    await has({ kind: 'talked-over' })
    const over = (await events()).find((event) => event.kind === 'talked-over')
    const heard = over?.heard?.split(' ') ?? []
    expect(heard.length).toBeGreaterThanOrEqual(2)
    expect(heard).toEqual(LONG.split(' ').slice(0, heard.length))
    expect(over?.unsaid).toBe(200 - heard.length)
  })

  test('is told by our own count where the far side does not correct itself', async () => {
    const { call, has, events, sounds, saysLong } = await answerCall({ on: { noCorrection: true } })
    void call.hears('long')
    await saysLong()
    call.startsToHear()
    await sounds(false)
    await has({ kind: 'talked-over' })
    const over = (await events()).find((event) => event.kind === 'talked-over')
    expect(over).not.toHaveProperty('heard')
    expect(over?.unsaid).toBeLessThan(200)
  })

  test.each([
    { what: 'has come already', pace: Infinity },
    { what: 'is still to come', pace: 1 },
  ])('silences it with a key too: what $what is dropped, and the next line is heard', async ({ pace }) => {
    const { call, events, sounds, page, saysLong } = await answerCall({ pace })
    void call.hears('long')
    await saysLong()
    await page.evaluate(() => window.call.engine.interrupt())
    await sounds(false)
    expect((await events()).at(-1)).toEqual({ kind: 'speech-progressed', unsaid: 0 })
    expect(call.isSpeaking()).toBe(true)
    const later = () => call.sent.filter(({ type }) => type === (pace === 1 ? 'audio' : 'ping')).length
    const before = later()
    await vi.waitFor(() => expect(later()).toBeGreaterThan(before + (pace === 1 ? 3 : 0)), 5_000)
    expect(await page.evaluate(() => window.call.loudness())).toBeLessThan(0.02)
    expect(call.received).toContainEqual({ type: 'user_activity' })
    void call.hears('Go on.')
    await sounds(true)
    expect((await events()).map(({ kind }) => kind)).not.toContain('talked-over')
  })
})

describe('a typed answer', () => {
  test('goes to the far side as a turn, and stops the line that is said', async () => {
    const { call, has, events, told, page, saysLong } = await answerCall()
    void call.hears('long')
    await saysLong()
    await page.evaluate(() => window.call.engine.write('It r'))
    await page.evaluate(() => window.call.engine.submit(' It retries. '))
    await has({ kind: 'talked-over' })
    await told('It retries.')
    const kinds = (await events()).map(({ kind }) => kind)
    expect(kinds).toContain('candidate-active')
    expect(kinds).not.toContain('turn-committed')
    expect(kinds.filter((kind) => kind === 'talked-over')).toHaveLength(1)
    expect(call.received).toContainEqual({ type: 'user_activity' })
    expect(await page.evaluate(() => window.call.engine.submit('  '))).toBe(false)
  })

  test('is committed to the page while there is no conversation', async () => {
    const { site, start, has, page, told } = await setUpCall()
    site.refuse(true)
    await start()
    await has({ kind: 'line-changed', connected: false, cause: 'no-access' })
    await page.evaluate(() => window.call.engine.submit('It retries.'))
    await has({ kind: 'turn-committed', text: 'It retries.', source: 'typed' })
    site.refuse(false)
    await told('[pickup]')
  })

  test('that was not answered when the line broke is handed back, and only that', async () => {
    const { call, has, page, told, saysLong } = await answerCall({ on: { userMessagesWait: true } })
    await page.evaluate(() => window.call.engine.submit('Kept.'))
    await has({ kind: 'log-grew' }, 2)
    await told('Kept.')
    void call.hears('long')
    await saysLong()
    await page.evaluate(() => window.call.engine.submit('Lost?'))
    await vi.waitFor(
      () => expect(call.received).toContainEqual({ type: 'user_message', text: 'Lost?' }),
      5_000,
    )
    const before = call.sent.length
    await vi.waitFor(() => expect(call.sent.length).toBeGreaterThan(before + 4), 5_000)
    call.drop()
    await has({ kind: 'line-changed', connected: false, cause: 'dropped', unanswered: 'Lost?' })
    await has({ kind: 'line-changed', connected: true }, 2)
  })
})
