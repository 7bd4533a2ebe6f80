/** The line and the microphone of the ElevenLabs engine going wrong: see elevenlabs.test.ts for what this verifies. */
import { describe, expect, test, vi } from 'vitest'
import type { Switches } from '../standins/elevenlabs/switches.ts'
import { answerCall, direct, setUpCall, withBrowser } from './elevenlabs/set-up-call.ts'

withBrowser()

describe('the microphone', () => {
  test('can be muted, also for the conversation that follows', async () => {
    const { call, has, page, service } = await answerCall()
    await vi.waitFor(() => expect(call.sound.loudness).toBeGreaterThan(0.001), 10_000)
    // The device beeps, and is silent in between.
    const level = () => page.evaluate(() => window.call.engine.ears.level())
    await expect.poll(level, { timeout: 10_000 }).toBeGreaterThan(0)
    await page.evaluate(() => window.call.engine.ears.mute(true))
    await has({ kind: 'microphone-changed', state: 'muted' })
    const silent = async (one: typeof call) => {
      await vi.waitFor(() => expect(one.sound.loudness).toBe(0), 10_000)
      const { frames } = one.sound
      await vi.waitFor(() => expect(one.sound.frames).toBeGreaterThan(frames + 40), 10_000)
      expect(one.sound.loudness).toBe(0)
    }
    await silent(call)
    call.drop()
    const next = await service.nextCall()
    await silent(next)
    await page.evaluate(() => window.call.engine.ears.mute(false))
    await has({ kind: 'microphone-changed', state: 'on' }, 2)
    await vi.waitFor(() => expect(next.sound.loudness).toBeGreaterThan(0.001), 10_000)
  })

  test('is off on hold, and the far side does not speak by itself as long as it lasts', async () => {
    const { call, page } = await answerCall({
      change: (agent) => (agent.conversation_config.turn.turn_timeout = 2),
    })
    const activity = () => call.received.filter(({ type }) => type === 'user_activity').length
    await page.evaluate(() => window.call.engine.ears.hold(true))
    await vi.waitFor(() => expect(activity()).toBeGreaterThanOrEqual(3), 10_000)
    expect(call.sound.loudness).toBe(0)
    expect(call.exchanges.map(({ reason }) => reason)).toEqual(['turn'])
    await page.evaluate(() => window.call.engine.ears.hold(false))
    await vi.waitFor(() => expect(call.exchanges.map(({ reason }) => reason)).toContain('silence'), 10_000)
    await vi.waitFor(() => expect(call.sound.loudness).toBeGreaterThan(0.001), 10_000)
  })

  test('is silent after Done, until the turn is recognised', async () => {
    const { call, page, has } = await answerCall()
    await page.evaluate(() => window.call.engine.ears.finish())
    await vi.waitFor(() => expect(call.sound.loudness).toBe(0), 10_000)
    void call.hears('Done.')
    await has({ kind: 'heard', text: '' })
    await vi.waitFor(() => expect(call.sound.loudness).toBeGreaterThan(0.001), 10_000)
  })

  test('that is denied or absent is told, asked for again, and no conversation is opened without it', async () => {
    const { start, has, page, service } = await setUpCall({
      before: () => {
        const media = navigator.mediaDevices
        const ask = media.getUserMedia.bind(media)
        const refusals = ['NotAllowedError', 'NotFoundError']
        media.getUserMedia = (wanted) => {
          const name = refusals.shift()
          return name ? Promise.reject(new DOMException('', name)) : ask(wanted)
        }
      },
    })
    const plug = () => page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')))
    await start()
    await has({ kind: 'microphone-changed', state: 'denied' })
    await plug()
    await has({ kind: 'microphone-changed', state: 'absent' })
    expect(service.sockets()).toBe(0)
    await plug()
    await has({ kind: 'microphone-changed', state: 'on' })
    await has({ kind: 'line-changed', connected: true })
  })

  test('that is pulled out is told, and the one that takes its place is heard', async () => {
    const { has, page, call } = await answerCall()
    await page.evaluate(() => {
      for (const track of window.call.tracks) {
        if (track.readyState === 'live') track.stop()
        track.dispatchEvent(new Event('ended'))
      }
    })
    await has({ kind: 'microphone-changed', state: 'lost' })
    await has({ kind: 'microphone-changed', state: 'on' }, 2)
    const { frames } = call.sound
    await vi.waitFor(() => expect(call.sound.frames).toBeGreaterThan(frames + 5), 10_000)
    await vi.waitFor(() => expect(call.sound.loudness).toBeGreaterThan(0.001), 10_000)
  })
})

describe('a line that is no good', () => {
  const refused: (keyof Switches)[] = ['noSubprotocol', 'closedFirst', 'droppedFirst', 'checksOrigin']
  const unanswered: (keyof Switches)[] = ['silentHandshake', 'pingFirst', 'queueStatusFirst']
  test.each([
    { cause: 'refused', faults: refused },
    { cause: 'unusable', faults: ['badFormat' as const] },
    { cause: 'no-answer', faults: unanswered },
  ])('is told as $cause at $faults, and tried again until it is good', async ({ cause, faults }) => {
    const { call, service, has, page, events } = await answerCall({ answerMs: 1_000 })
    let open = call
    for (const fault of faults) {
      service.switches[fault] = true
      const before = (await events()).length
      open.drop()
      await vi.waitFor(async () => {
        const lines = (await events()).slice(before).filter(({ kind }) => kind === 'line-changed')
        expect(lines.at(-1), fault).toEqual({
          kind: 'line-changed',
          connected: false,
          cause,
          unanswered: null,
        })
      }, 10_000)
      service.switches[fault] = false
      const last = open
      await vi.waitFor(() => {
        open = service.calls.at(-1) ?? last
        expect([open === last, open.exchanges[0]?.outcome], fault).toEqual([false, 'answered'])
      }, 10_000)
    }
    await has({ kind: 'line-changed', connected: true }, faults.length + 1)
    await vi.waitFor(async () => {
      expect(await page.evaluate(() => window.call.open())).toEqual({ contexts: 2, tracks: 2 })
    }, 5_000)
    expect(service.openSockets()).toBe(1)
  })

  test('because it broke or was closed is followed by another conversation on the same interview', async () => {
    const made = await answerCall()
    const { service, has, model } = made
    let { call } = made
    const ends = [
      () => call.drop(),
      () => call.close(1002, 'Protocol error'),
      () => call.close(1011, 'Crashed'),
    ]
    for (const [round, end] of ends.entries()) {
      end()
      const next = await service.nextCall()
      await has({ kind: 'line-changed', connected: false, cause: 'dropped', unanswered: null }, round + 1)
      await has({ kind: 'line-changed', connected: true }, round + 2)
      await vi.waitFor(() => expect(model.requests).toHaveLength(round + 2), 5_000)
      expect(next.initiation.dynamic_variables).toEqual(call.initiation.dynamic_variables)
      expect(model.requests.at(-1)?.body.messages.slice(1)).toEqual([{ role: 'user', content: '[pickup]' }])
      call = next
    }
  })

  test('because the model failed, or the longest time is over, is followed by another, too', async () => {
    const { call, service, has } = await answerCall({
      answer: (request, answering) =>
        request.last.content === 'fail' ? answering.refuse(500) : direct(request, answering),
    })
    void call.hears('fail')
    await has({ kind: 'line-changed', connected: false, cause: 'dropped' })
    const next = await service.nextCall()
    await has({ kind: 'line-changed', connected: true }, 2)
    next.send({
      type: 'error',
      error_event: { code: 1000, error_type: 'max_duration_exceeded', message: '' },
    })
    await has({ kind: 'line-changed', connected: true }, 3)
  })

  test('is given up as soon as the device is offline', async () => {
    const { page, has, call } = await answerCall()
    await page.evaluate(() => dispatchEvent(new Event('offline')))
    await has({ kind: 'line-changed', connected: false, cause: 'dropped' })
    expect((await call.ended).by).toBe('client')
    await has({ kind: 'line-changed', connected: true }, 2)
  })
})

describe('an engine that is stopped', () => {
  const settled = { contexts: 0, tracks: 0 }

  test('closes the conversation, the microphone and the sound, and tells nothing more', async () => {
    const { call, page, events, service } = await answerCall()
    void call.hears('long')
    await vi.waitFor(() => expect(call.isSpeaking()).toBe(true), 5_000)
    const before = await page.evaluate(() => {
      const { length } = window.call.events
      window.call.engine.stop()
      return length
    })
    expect(await call.ended).toEqual({ by: 'client', code: 1000 })
    await vi.waitFor(
      async () => expect(await page.evaluate(() => window.call.open())).toEqual(settled),
      5_000,
    )
    expect(await events()).toHaveLength(before)
    expect(service.sockets()).toBe(1)
  })

  test('closes what was being opened', async () => {
    const { page, service, start } = await setUpCall({ on: { silentHandshake: true } })
    await start()
    await vi.waitFor(() => expect(service.sockets()).toBe(1), 10_000)
    await page.evaluate(() => window.call.engine.stop())
    await vi.waitFor(
      async () => expect(await page.evaluate(() => window.call.open())).toEqual(settled),
      5_000,
    )
    await vi.waitFor(() => expect(service.openSockets()).toBe(0), 5_000)
    expect(service.sockets()).toBe(1)
  })
})

describe('a device', () => {
  test('that cannot set the rate of its sound resamples with a file of our own', async () => {
    const { call, sounds, complaints, strangers } = await answerCall({
      before: () => {
        const known = navigator.mediaDevices.getSupportedConstraints.bind(navigator.mediaDevices)
        navigator.mediaDevices.getSupportedConstraints = () => ({ ...known(), sampleRate: false })
      },
    })
    await vi.waitFor(() => expect(call.sound.loudness).toBeGreaterThan(0.001), 10_000)
    void call.hears('long')
    await sounds(true)
    expect(complaints.filter((text) => !text.includes('resampling'))).toEqual([])
    expect(strangers).toEqual([])
  })

  test('gets another speed with the next conversation', async () => {
    const { call, page, service } = await answerCall()
    expect(call.initiation.conversation_config_override).not.toMatchObject({
      tts: { speed: expect.anything() },
    })
    await page.evaluate(() => window.call.engine.setSpeed(0.8))
    call.drop()
    const next = await service.nextCall()
    expect(next.initiation.conversation_config_override).toMatchObject({ tts: { speed: 0.8 } })
  })
})
