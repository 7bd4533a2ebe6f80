import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest'
import type { VoiceEvent } from '../../src/voice/voice-engine.ts'
import type { AgentFixture } from '../../standins/elevenlabs/agent-fixture.ts'
import { agentFixture } from '../../standins/elevenlabs/agent-fixture.ts'
import type { ElevenLabsOptions } from '../../standins/elevenlabs/options.ts'
import { startElevenLabs } from '../../standins/elevenlabs/start-elevenlabs.ts'
import type { Answering, ModelRequest } from '../../standins/elevenlabs/start-model.ts'
import { startModel } from '../../standins/elevenlabs/start-model.ts'
import type { Switches } from '../../standins/elevenlabs/switches.ts'
import { tone } from '../../standins/elevenlabs/tone.ts'
import { openBrowser, watchedPage } from '../open-browser.ts'
import type { BuiltPage } from './serve-page.ts'
import { buildPage, servePage } from './serve-page.ts'

let built: BuiltPage
let browser: Browser

/** Builds the page and opens a browser with a microphone that beeps, for all tests of a file. */
export function withBrowser(): void {
  beforeAll(async () => {
    const flags = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
    ;[built, browser] = await Promise.all([buildPage(), openBrowser(...flags)])
  })
  afterAll(async () => {
    await browser.close()
    built.remove()
  })
}

/** Longer than a test, so that it has to be cut. */
export const LONG = Array.from({ length: 200 }, (_, at) => `word${at + 1}`).join(' ')

/** Says LONG to the cue, calls a tool that is named, and says back what it is told otherwise. */
export function direct({ last }: ModelRequest, answering: Answering): void {
  if (last.role === 'tool') return answering.end()
  const [command, name = ''] = last.content.split(' ')
  if (last.content === '[pickup]') answering.say('Hello there, this is your interviewer. ')
  else if (command === 'long') answering.say(LONG)
  else if (command === 'tool')
    answering.call(name, { snippet_id: 's1', from: 1, to: 2, section: 'B', on: true })
  else if (command === 'bye') {
    answering.say('Thank you for your time today, and for all of your answers. Goodbye.')
    answering.call('end_call', { reason: 'over' })
  } else answering.say(`You said: ${last.content}`)
  answering.end()
}

/** A tone of 100 ms a word. */
const quickly = (text: string, rate: number) => tone(text, rate / 3)

interface Setting extends ElevenLabsOptions {
  on?: Partial<Switches>
  answerMs?: number
  change?: (agent: AgentFixture) => void
  /** Runs in the page before anything else. */
  before?: () => void
  answer?: (request: ModelRequest, answering: Answering) => void
}

/** The stand-in, the page with the engine, and what a test asks of both. Nothing is started. */
export async function setUpCall({ on, answerMs, change, before, answer = direct, ...options }: Setting = {}) {
  const model = await startModel(answer)
  const agent = agentFixture(model.url)
  change?.(agent)
  const service = await startElevenLabs({
    agents: { agent_1: agent },
    secrets: { secret_llm: 'key' },
    voice: quickly,
    ...(on && { switches: on }),
    ...options,
  })
  const site = await servePage(built, () => service)
  const context = await browser.newContext({ permissions: ['microphone'] })
  onTestFinished(async () => {
    await context.close()
    await site.stop()
    await service.stop()
    await model.stop()
  })
  const { page, complaints, strangers } = await watchedPage(context, site.origin)
  await context.route(
    (url) => url.origin !== site.origin,
    (route) => route.abort(),
  )
  if (before) await page.addInitScript(before)
  await page.goto(`${site.origin}/page.html${answerMs ? `?answerMs=${answerMs}` : ''}`)
  const events = (): Promise<VoiceEvent[]> => page.evaluate(() => window.call.events)
  const has = (event: Record<string, unknown>, times = 1) =>
    vi.waitFor(
      async () => {
        const matching = (await events()).filter((one) =>
          Object.entries(event).every(([key, value]) => Reflect.get(one, key) === value),
        )
        expect(matching.length, JSON.stringify(event)).toBeGreaterThanOrEqual(times)
      },
      { timeout: 15_000, interval: 30 },
    )
  return {
    model,
    service,
    site,
    page,
    complaints,
    strangers,
    events,
    has,
    start: () => page.evaluate(() => window.call.start()),
    /** Waits until what is played is loud, or is not. */
    sounds: (loud: boolean) =>
      vi.waitFor(async () => expect((await page.evaluate(() => window.call.loudness())) > 0.02).toBe(loud), {
        timeout: 15_000,
        interval: 20,
      }),
    /** Waits until the long line is being said, and its first words were. */
    saysLong: () =>
      vi.waitFor(async () => expect(await leftOf(events())).toContainEqual(expect.closeTo(192, -1)), 10_000),
    /** What the model was told last. */
    told: (text: string) => vi.waitFor(() => expect(model.requests.at(-1)?.last.content).toBe(text), 10_000),
  }
}

/** A call under way, with the first line said. */
export async function answerCall(setting: Setting = {}) {
  const made = await setUpCall(setting)
  await made.start()
  const call = await made.service.nextCall()
  await made.has({ kind: 'line-changed', connected: true })
  await made.told('[pickup]')
  await made.has({ kind: 'speech-progressed', unsaid: 0 })
  await vi.waitFor(() => expect(call.isSpeaking()).toBe(false), 5_000)
  return { ...made, call }
}

/** Each number of words that was told to be left to say. */
export async function leftOf(events: Promise<VoiceEvent[]>): Promise<number[]> {
  return (await events).flatMap((event) => (event.kind === 'speech-progressed' ? [event.unsaid] : []))
}
