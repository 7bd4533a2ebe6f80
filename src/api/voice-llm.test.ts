import { describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import { playCandidate } from './play-candidate.ts'
import { codeOf } from './test-app.ts'
import type { Answer, CallMessage } from './test-call.ts'
import {
  candidateTexts,
  OFFERED,
  openCall,
  openedInterview,
  openInterview,
  ours,
  PICKUP,
  readCompletion,
  said,
} from './test-call.ts'

const PATHS = ['/api/voice/llm', '/api/voice/llm/chat/completions', '/api/voice/llm/v1/chat/completions']
const ANSWER = 'I was the tech lead for a payment service with two million requests a day.'

describe('who may ask', () => {
  test.each(PATHS)('%s reads no body without a valid pass', async (path) => {
    const { app, call, passTime } = await openInterview()
    passTime(2 * 60 * 60 * 1000)
    for (const pass of [undefined, '', 'x', `${call.pass}x`, call.pass]) {
      let pulls = 0
      const body = new ReadableStream(
        {
          pull: (controller) => {
            pulls += 1
            controller.enqueue(new Uint8Array(64 * 1024))
          },
        },
        { highWaterMark: 0 },
      )
      const headers = {
        'content-type': 'text/plain',
        ...(pass === undefined ? {} : { 'x-interview-pass': pass }),
      }
      const init = { method: 'POST', headers, body, duplex: 'half' }
      const response = await app.request(`http://localhost${path}`, init)
      expect([response.status, await codeOf(response), pulls]).toEqual([401, 'no-pass', 0])
    }
  })

  test.each(PATHS)('%s answers a valid pass, without our cookie', async (path) => {
    const { call } = await openInterview()
    const response = await call.send([PICKUP], { path })
    expect([response.status, response.headers.get('set-cookie')]).toEqual([200, null])
    expect(readCompletion(await response.text()).words).toContain('Offhook interviewer')
  })

  test('a body that is no request, and one that is too large, are refused as such', async () => {
    const { app, call, errors } = await openInterview()
    const codeFor = async (body: string) => {
      const headers = { 'content-type': 'application/json', 'x-interview-pass': call.pass }
      return codeOf(await app.request(`http://localhost${PATHS[0]}`, { method: 'POST', headers, body }))
    }
    expect(await codeFor('{')).toBe('not-json')
    expect(await codeFor('[]')).toBe('invalid')
    expect(await codeFor('{"messages":"hi"}')).toBe('invalid')
    expect(await codeFor(`{"messages":[],"x":"${'x'.repeat(600_000)}"}`)).toBe('too-large')
    expect(errors).toEqual([])
  })

  test('a pass of a session that is not there finds nothing', async () => {
    const { app, dependencies } = await openInterview()
    const pass = dependencies.passes.issue({ sessionId: 'absent', callId: 'c' }, dependencies.now())
    const headers = { 'content-type': 'application/json', 'x-interview-pass': pass }
    const body = JSON.stringify({ messages: [PICKUP] })
    const gone = await app.request(`http://localhost${PATHS[0]}`, { method: 'POST', headers, body })
    expect([gone.status, await codeOf(gone)]).toEqual([404, 'not-found'])
  })
})

describe('an answer', () => {
  test('is a stream of chunks that nothing on the way may hold back: words, calls, the end', async () => {
    const { call } = await openInterview()
    const response = await call.send([PICKUP])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    const { order, finish, calls } = readCompletion(await response.text())
    expect([...new Set(order)]).toEqual(['words', 'call', 'tool_calls'])
    expect(finish).toBe('tool_calls')
    expect(calls).toEqual([{ name: 'set_section', args: { section: 'A' } }])
  })

  test('is the same to fields of every kind, in parts, and without tools', async () => {
    const { app, call, history } = await openedInterview()
    const parts = [
      { type: 'text', text: 'I was the tech lead' },
      { type: 'audio' },
      { type: 'text', text: 'of it.' },
    ]
    const response = await app.request(`http://localhost${PATHS[1]}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-interview-pass': call.pass },
      body: JSON.stringify({
        messages: [...history, { role: 'user', content: parts, name: null }],
        temperature: 'warm',
        max_tokens: null,
        tools: [null, { type: 'other' }, { function: { name: 'set_section' } }],
        user_id: 7,
        elevenlabs_extra_body: { any: [1] },
      }),
    })
    const answer = readCompletion(await response.text())
    expect([answer.words.length > 10, answer.calls, answer.finish]).toEqual([true, [], 'stop'])
  })

  test('calls only what is offered, by the names that are offered', async () => {
    const { call, history } = await openedInterview()
    const skip = [...history, said('skip')]
    expect((await call.ask(skip, [])).calls).toEqual([])
    const renamed = [
      {
        function: {
          name: 'show_snippet',
          parameters: { properties: { snippetId: {}, why: {} }, required: ['why'] },
        },
      },
      { function: { name: 'set_section' } },
    ]
    const { calls } = await call.ask(skip, renamed)
    expect(calls).toEqual([
      { name: 'set_section', args: { section: 'B' } },
      { name: 'show_snippet', args: { snippetId: expect.stringMatching(/^[a-z0-9-]+$/), why: '' } },
    ])
  })

  test('marks the lines that were named', async () => {
    const { call, history } = await openedInterview()
    const shown = await call.ask([...history, said('skip')])
    const next = [...history, said('skip'), ours(shown.words), said('Read lines 2 to 3')]
    const snippetId = shown.calls.find(({ name }) => name === 'show_snippet')?.args['snippet_id']
    expect((await call.ask(next)).calls).toEqual([
      { name: 'highlight_lines', args: { snippet_id: snippetId, from: 2, to: 3 } },
    ])
  })

  test.each([
    ['both names', ['reason', 'system__message_to_speak'], [], { reason: 'The interview is over.' }],
    ['the older name', ['reason', 'message'], ['message'], { reason: 'The interview is over.', message: '' }],
    ['no parameter', [], [], { reason: 'The interview is over.' }],
  ])(
    'says farewell in words, once, and then ends the call (end_call with %s)',
    async (_, names, required, args) => {
      const { call, history, session } = await openedInterview()
      const properties = Object.fromEntries(names.map((name) => [name, {}]))
      const tools = [{ function: { name: 'end_call', parameters: { properties, required } } }]
      const stop = [...history, said('Please end the interview.')]
      const farewell = await call.ask(stop, tools)
      expect(farewell.words).toContain('That is the end of the interview')
      expect(farewell.calls).toEqual([{ name: 'end_call', args }])
      expect(JSON.stringify(farewell.calls)).not.toContain('That is the end')
      expect((await session()).state.phase).toBe('closed')
      for (const later of [said('Thank you, bye.'), ours('')])
        expect(await call.ask([...stop, ours(farewell.words), later], tools)).toMatchObject({
          words: '',
          calls: [{ name: 'end_call' }],
        })
      expect(await call.ask(stop, tools)).toEqual(farewell)
      expect(candidateTexts((await session()).state)).toEqual(['Please end the interview.'])
    },
  )

  test('after the end is a pause and the end of the call, never a refusal', async () => {
    const { call, history, client, id } = await openedInterview()
    await client.send('POST', `/api/sessions/${id}/finish`)
    for (const last of [said(ANSWER), PICKUP, ours('Where were we?')]) {
      expect((await call.ask([...history, last])).calls.map(({ name }) => name)).toEqual(['end_call'])
      expect((await call.ask([...history, last], [])).words).toBe('... ')
    }
  })
})

describe('a whole interview by a call', () => {
  /** Plays an interview as ElevenLabs does: tools are called and followed up, the call is dropped once on the way. */
  async function play(candidate: 'strong' | 'weak') {
    const interview = await openInterview()
    const { client, id, passTime, dependencies } = interview
    let { call } = interview
    let history: CallMessage[] = []
    const answers: Answer[] = []
    let words = '[pickup]'
    for (let turn = 0; turn < 120; turn += 1) {
      passTime(30_000)
      history.push(said(words))
      const answer = await call.ask(history)
      answers.push(answer)
      history.push({ role: 'assistant', content: answer.words, tool_calls: answer.calls })
      if (answer.calls.some(({ name }) => name === 'end_call')) break
      if (answer.calls.length > 0) {
        history.push(...answer.calls.map(() => ({ role: 'tool', content: 'ok' })))
        history.push(ours((await call.ask(history)).words))
      }
      words = playCandidate(dependencies.bank, candidate, answer.words)
      if (turn !== 8) continue
      call = await openCall(interview, client, id)
      history = [PICKUP, ours((await call.ask([PICKUP])).words)]
    }
    const finished = await client.send('POST', `/api/sessions/${id}/finish`)
    expect(interview.errors).toEqual([])
    return { ...interview, answers, report: Report.parse(await finished.json()) }
  }

  test('is graded: strong beats weak, each section is told to the page, no line is said twice', async () => {
    const strong = await play('strong')
    const weak = await play('weak')
    expect(strong.report.overall ?? 0).toBeGreaterThan(weak.report.overall ?? 5)
    const calls = strong.answers.flatMap((answer) => answer.calls)
    const sections = calls.flatMap(({ name, args }) => (name === 'set_section' ? [args['section']] : []))
    expect(sections).toEqual(['A', 'B', 'C', 'D'])
    expect(calls.filter(({ name }) => name === 'show_snippet').length).toBeGreaterThanOrEqual(2)
    expect(calls.at(-1)?.name).toBe('end_call')
    const lines = strong.answers.map(({ words }) => words)
    expect(new Set(lines).size).toBe(lines.length)
    const sources = (await strong.session()).events.flatMap((event) =>
      event.kind === 'candidate-said' ? [event.source] : [],
    )
    expect([...new Set(sources)]).toEqual(['voice'])
    expect(OFFERED.map((tool) => tool.function.name)).toEqual(
      expect.arrayContaining(calls.map(({ name }) => name)),
    )
  })
})
