import { describe, expect, test } from 'vitest'
import { codeOf } from './test-app.ts'
import type { CallMessage } from './test-call.ts'
import { candidateTexts, openCall, openedInterview, openInterview, ours, PICKUP, said } from './test-call.ts'

const ANSWER = 'I was the tech lead for a payment service with two million requests a day.'

describe('the pickup', () => {
  test('opens the interview, and the cue is no turn and no word of the candidate', async () => {
    const { opening, session } = await openedInterview()
    const { state } = await session()
    expect(state.phase).toBe('live')
    expect(state.transcript.filter(({ speaker }) => speaker === 'candidate')).toEqual([])
    expect(state.turns.map(({ turnId }) => turnId)).toEqual(['open'])
    expect(state.transcript.map(({ text }) => text).join(' ')).toBe(opening.words.trim())
    expect(JSON.stringify((await session()).events)).not.toContain('[pickup]')
  })

  test('again in the same call is answered by the opening again', async () => {
    const { call, opening, session } = await openedInterview()
    const before = (await session()).events
    expect(await call.ask([PICKUP])).toEqual(opening)
    expect((await session()).events).toEqual(before)
  })

  test('in another call says that we are back, asks nothing and counts nothing', async () => {
    const { server, client, id, call, history, session } = await openedInterview().then((all) => ({
      ...all,
      server: all,
    }))
    await call.ask([...history, said(ANSWER)])
    await client.send('POST', `/api/sessions/${id}/events`, { kind: 'left' })
    const before = (await session()).state
    const next = await openCall(server, client, id)
    const back = await next.ask([PICKUP])
    expect(back.words).toContain('The question is on your screen')
    expect(back.words).not.toContain('?')
    const after = (await session()).state
    expect(after).toMatchObject({
      turns: before.turns,
      current: before.current,
      sectionTurns: before.sectionTurns,
      coverage: before.coverage,
      away: false,
    })
    const length = (await session()).events.length
    expect(await next.ask([PICKUP])).toEqual(back)
    expect((await session()).events).toHaveLength(length)
  })

  test('in another call right after the opening does not open again', async () => {
    const { server, client, id, session } = await openedInterview().then((all) => ({ ...all, server: all }))
    const next = await openCall(server, client, id)
    expect((await next.ask([PICKUP])).words).toContain('The question is on your screen')
    expect((await session()).state.turns).toHaveLength(1)
  })

  test('that comes after words of the candidate takes none of them away', async () => {
    const { server, client, id, session } = await openedInterview().then((all) => ({ ...all, server: all }))
    const next = await openCall(server, client, id)
    await next.ask([said(ANSWER), PICKUP])
    expect(candidateTexts((await session()).state)).toEqual([ANSWER])
  })

  test('is not needed: who speaks first is greeted, and what they said goes with their first answer', async () => {
    const { call, session } = await openInterview()
    const hello = [said('Hello, is anybody there?')]
    const opening = await call.ask(hello)
    expect(opening.words).toContain('Offhook interviewer')
    expect(await call.ask(hello)).toEqual(opening)
    expect((await call.ask([])).words).toBe(opening.words)
    await call.ask([...hello, ours(opening.words), said(ANSWER)])
    expect(candidateTexts((await session()).state)).toEqual([`Hello, is anybody there? ${ANSWER}`])
  })
})

describe('the same history again', () => {
  test('gives the same answer again and takes nothing, also when it is late', async () => {
    const { call, history, session } = await openedInterview()
    const first = [...history, said(ANSWER)]
    const answer = await call.ask(first)
    const second = [
      ...first,
      ours(answer.words),
      said('The target was 200 milliseconds at the 99th percentile.'),
    ]
    expect(await call.ask(first)).toEqual(answer)
    await call.ask(second)
    const events = (await session()).events
    expect(await call.ask(first)).toEqual(answer)
    expect(await call.ask([...history, said('I was the tech')])).toEqual(answer)
    expect((await session()).events).toEqual(events)
  })

  test('many times at once is one turn', async () => {
    const { call, history, session } = await openedInterview()
    const answers = await Promise.all(Array.from({ length: 8 }, () => call.ask([...history, said(ANSWER)])))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect((await session()).events.filter(({ kind }) => kind === 'candidate-said')).toHaveLength(1)
  })

  test('with our tool calls and their results at its end is a pause: the line is not said twice', async () => {
    const { call, history, session, passTime } = await openedInterview()
    const asked = [...history, said('skip')]
    const { words } = await call.ask(asked)
    passTime(600_000)
    const events = (await session()).events
    const calls = { role: 'assistant', content: words, tool_calls: [{ id: 'call_1' }] }
    const result: CallMessage = { role: 'tool', content: 'Client tool execution successful.' }
    const bare = { ...calls, content: null }
    for (const tail of [[calls, result], [bare, result, result], [bare]])
      expect(await call.ask([...asked, ...tail])).toMatchObject({ words: '... ', calls: [], finish: 'stop' })
    expect((await session()).events).toEqual(events)
  })

  test('with another text, longer or shorter, replaces the turn while it is the last', async () => {
    const { call, history, session, client, id } = await openedInterview()
    const texts = ['I was', ANSWER, 'Please skip', 'I was the tech lead.']
    const answers = []
    for (const text of texts) answers.push(await call.ask([...history, said(text)]))
    const { state, events } = await session()
    expect(candidateTexts(state)).toEqual(['I was the tech lead.'])
    expect(state.turns.at(-1)?.text).toBe('I was the tech lead.')
    expect(events.filter(({ kind }) => kind === 'candidate-said')).toHaveLength(1)
    expect(events.filter(({ kind }) => kind === 'turn-revised')).toHaveLength(3)
    expect(state.section).toBe('A')
    const view = await (await client.send('GET', `/api/sessions/${id}`)).text()
    const since = events.find(({ kind }) => kind === 'candidate-said')?.seq
    expect(view).toContain(`"text":"I was the tech lead.","since":${since}`)
    const lines = state.transcript.slice(
      state.transcript.findLastIndex(({ speaker }) => speaker === 'candidate') + 1,
    )
    expect(answers.at(-1)?.words.trim()).toBe(lines.map(({ text }) => text).join(' '))
    for (const text of ['I was the tech lead.', 'I was'])
      expect(await call.ask([...history, said(text)])).toEqual(answers.at(-1))
    expect((await session()).events).toEqual(events)
  })

  test('an end that was misheard is taken back', async () => {
    const { call, history, session } = await openedInterview()
    const stop = await call.ask([...history, said('Stop the interview')])
    expect(stop.calls.at(-1)?.name).toBe('end_call')
    const text =
      'Stop the interview service and drain its queue: that was my part, I was the tech lead for it.'
    const answer = await call.ask([...history, said(text)])
    expect(answer.calls).toEqual([])
    expect((await session()).state.phase).toBe('live')
  })

  test('what was said on over an answer that was never heard is one turn with it', async () => {
    const { call, history, session } = await openedInterview()
    await call.ask([...history, said('I was the tech lead')])
    const more = [...history, said('I was the tech lead'), ours(' ... '), said('for a payment service.')]
    const answer = await call.ask(more)
    expect(candidateTexts((await session()).state)).toEqual(['I was the tech lead for a payment service.'])
    const next = [...more, ours(answer.words), said('Two million requests a day.')]
    await call.ask(next)
    expect(candidateTexts((await session()).state)).toHaveLength(2)
  })

  test('what never reached us is taken with what follows, and comes to nothing when it comes late', async () => {
    const { call, history, session } = await openedInterview()
    const lost = [...history, said('I was the tech lead')]
    const answer = await call.ask([...lost, ours('Mm, let me think.'), said('for a payment service.')])
    expect(candidateTexts((await session()).state)).toEqual(['I was the tech lead for a payment service.'])
    const events = (await session()).events
    expect(await call.ask(lost)).toEqual(answer)
    expect((await session()).events).toEqual(events)
  })
})

describe('a request that is broken off', () => {
  test('takes nothing, and the next one takes it all', async () => {
    const { call, history, session, errors } = await openedInterview()
    const before = (await session()).events
    const aborted = await call.send([...history, said('I was the tech lead')], {
      signal: AbortSignal.abort(),
    })
    expect([aborted.status, await codeOf(aborted)]).toEqual([408, 'broken-off'])
    expect((await session()).events).toEqual(before)
    await call.ask([...history, said('I was the tech lead'), said('for a payment service.')])
    expect(candidateTexts((await session()).state)).toEqual(['I was the tech lead for a payment service.'])
    expect(errors).toEqual([])
  })
})

test('a request that breaks off in its middle takes nothing and is nobody’s fault', async () => {
  const { app, call, session, errors } = await openedInterview()
  const before = (await session()).events
  const body = new ReadableStream({ pull: (controller) => controller.error(new Error('aborted')) })
  const headers = {
    'content-type': 'application/json',
    'content-length': '90',
    'x-interview-pass': call.pass,
  }
  const init = { method: 'POST', headers, body, duplex: 'half' }
  const response = await app.request('http://localhost/api/voice/llm', init)
  expect([response.status, await codeOf(response), errors]).toEqual([408, 'broken-off', []])
  expect((await session()).events).toEqual(before)
})

describe('silence', () => {
  test('climbs a rung each time that its wait is over, once, and never before', async () => {
    const { call, history, passTime, session } = await openedInterview()
    const heard: string[] = []
    const silent: CallMessage[] = []
    for (let tick = 0; tick < 12 && heard.length < 3; tick += 1) {
      passTime(15_000)
      const quiet = [...history, ...silent]
      const answer = await call.ask(quiet)
      const rung = (await session()).state.silenceRung
      expect(await call.ask(quiet)).toEqual(answer)
      expect((await session()).state.silenceRung).toBe(rung)
      if (answer.words === '... ') continue
      heard.push(answer.words)
      silent.push(ours(answer.words))
    }
    expect(heard[0]).toMatch(/time|hurry/)
    expect(heard[1]).toMatch(/^I can .*Which would you like\?/)
    expect(heard[2]).toMatch(/\?/)
    const rungs = (await session()).events.flatMap((event) =>
      event.kind === 'silence-noted' ? [event.rung] : [],
    )
    expect(rungs).toEqual([1, 2, 3, 4])
  })

  test('is left alone on hold, and while code is read', async () => {
    const { call, history, passTime, client, id, session } = await openedInterview()
    const shown = await call.ask([...history, said('skip')])
    const reading = [...history, said('skip'), ours(shown.words)]
    passTime(50_000)
    expect((await call.ask(reading)).words).toBe('... ')
    await client.send('POST', `/api/sessions/${id}/events`, { kind: 'hold', on: true })
    passTime(600_000)
    expect((await call.ask([...reading, said('...')])).words).toBe('... ')
    expect((await session()).state.silenceRung).toBe(0)
  })
})
