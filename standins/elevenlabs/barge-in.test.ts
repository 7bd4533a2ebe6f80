import { describe, expect, test, vi } from 'vitest'
import { splitWords } from '../../src/voice/split-words.ts'
import { openTestCall } from './open-test-call.ts'
import type { Answering, ModelRequest } from './start-model.ts'

const LINE = 'Where are the biggest risks in this code?'

/** A second of sound for each word, and no end of a line within a test. */
const slow = { voice: (text: string, rate: number) => new Int16Array(splitWords(text).length * rate) }

const longAnswer = ({ last }: ModelRequest, answering: Answering) => {
  answering.say(last.content === 'Wait.' ? 'Fine.' : LINE)
  answering.end()
}

/** Lets the sound be heard for so many seconds. */
function hear(seconds: number): void {
  const before = performance.now()
  vi.spyOn(performance, 'now').mockReturnValue(before + seconds * 1_000)
}

describe('a candidate who speaks while the agent does', () => {
  test('makes it fall silent, and what was heard is what stays', async () => {
    const { call, client, model } = await openTestCall({ ...slow, pace: 20, answer: longAnswer })
    const turn = call.hears('Yes.')
    await client.next('agent_response')
    await client.next('audio')
    hear(3.5)
    call.startsToHear()
    await turn
    expect(await client.next('interruption')).toEqual({
      type: 'interruption',
      interruption_event: { event_id: 2 },
    })
    expect(await client.next('agent_response_correction')).toEqual({
      type: 'agent_response_correction',
      agent_response_correction_event: {
        original_agent_response: LINE,
        corrected_agent_response: 'Where are the',
        event_id: 2,
      },
    })
    for (let pings = 0; pings < 3; pings += 1) await client.next('ping')
    void call.hears('Wait.')
    await client.next('agent_response')
    const since = client.messages.slice(client.messages.findIndex(({ type }) => type === 'interruption'))
    const sound = since.filter(({ type }) => type === 'audio')
    expect(sound.length).toBeGreaterThan(0)
    for (const audio of sound) expect(audio).toMatchObject({ audio_event: { event_id: 4 } })
    expect(model.requests.at(-1)?.body.messages.slice(1)).toEqual([
      { role: 'user', content: 'Yes.' },
      { role: 'assistant', content: 'Where are the' },
      { role: 'user', content: 'Wait.' },
    ])
    expect(call.record[1]).toMatchObject({
      message: 'Where are the',
      original_message: LINE,
      interrupted: true,
    })
  })

  test('before anything was said calls the request off, and is no interruption', async () => {
    const asked: Answering[] = []
    const { call, client } = await openTestCall({
      ...slow,
      answer: (_request, answering) => {
        asked.push(answering)
        if (asked.length > 1) longAnswer(_request, answering)
      },
    })
    const turn = call.hears('Yes, but')
    await vi.waitFor(() => expect(asked).toHaveLength(1))
    void call.hears('not twice.')
    await turn
    await asked[0]?.closed
    await client.next('agent_response')
    expect(call.exchanges.map(({ outcome }) => outcome)).toEqual(['aborted', 'answered'])
    expect(client.messages.some(({ type }) => type === 'interruption')).toBe(false)
  })

  test('with nothing but a word of agreement is not listened to', async () => {
    const { call, client, model } = await openTestCall({ ...slow, answer: longAnswer })
    void call.hears('Yes.')
    await client.next('agent_response')
    await call.hears('Mm-hmm.')
    expect(call.isSpeaking()).toBe(true)
    expect(model.requests).toHaveLength(1)
  })

  test('noCorrection leaves out what was heard', async () => {
    const { call, client } = await openTestCall({
      ...slow,
      answer: longAnswer,
      switches: { noCorrection: true },
    })
    void call.hears('Yes.')
    await client.next('audio')
    void call.hears('Wait.')
    await client.next('user_transcript')
    await client.next('user_transcript')
    const types = client.messages.map(({ type }) => type)
    expect(types).toContain('interruption')
    expect(types).not.toContain('agent_response_correction')
  })

  test.each([true, false])('by typing waits for the line or not: userMessagesWait %s', async (waits) => {
    const { call, client } = await openTestCall({ answer: longAnswer, switches: { userMessagesWait: waits } })
    void call.hears('Yes.')
    await client.next('agent_response')
    client.send({ type: 'user_message', text: 'Wait.' })
    await client.next('agent_response')
    expect(client.messages.some(({ type }) => type === 'interruption')).toBe(!waits)
  })
})
