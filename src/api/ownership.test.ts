import { describe, expect, test } from 'vitest'
import { openTestApp, startedSession } from './test-app.ts'

describe('whose session it is', () => {
  test('nobody’s list names somebody else’s', async () => {
    const { client, id, newClient } = await startedSession()
    const other = newClient()
    await other.create()
    expect(await (await client.send('GET', '/api/sessions')).text()).toContain(id)
    for (const stranger of [other, newClient()])
      expect(await (await stranger.send('GET', '/api/sessions')).text()).not.toContain(id)
  })

  test('a changed body, another site and a broken body are refused with 4xx', async () => {
    const { client, id, errors } = await startedSession()
    const path = `/api/sessions/${id}/turns`
    const body = { turnId: 't', text: 'x' }
    expect((await client.send('POST', path, body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await client.send('POST', path, body, { 'content-type': 'text/plain' })).status).toBe(400)
    expect((await client.send('POST', path, { turnId: '', text: 'x' })).status).toBe(422)
    expect((await client.send('POST', path, { turnId: 't', text: 'x'.repeat(600_000) })).status).toBe(413)
    expect((await client.send('POST', path, { text: 'x' })).status).toBe(422)
    expect((await client.send('DELETE', path)).status).toBe(404)
    expect(errors).toEqual([])
  })
})

describe('what leaves the server before the report', () => {
  test('holds no root cause, fix, accepted wording, trap or hint that was not given', async () => {
    const { client, id, dependencies, opening } = await startedSession()
    const { bank } = dependencies
    const sent: string[] = []
    let frames = opening
    for (let turn = 1; turn < 80; turn += 1) {
      sent.push(JSON.stringify(frames))
      sent.push(await (await client.send('GET', `/api/sessions/${id}`)).text())
      const session = await dependencies.sessions.find(id)
      for (const snippetId of session?.state.shownSnippets ?? []) {
        sent.push(await (await client.send('GET', `/api/sessions/${id}/snippets/${snippetId}`)).text())
      }
      const done = frames.at(-1)
      if (done?.event === 'done' && done.data.ended) break
      frames = await client.turn(
        id,
        `t${turn}`,
        turn % 3 === 0 ? '' : 'I would look at the log and at who calls this first.',
      )
    }
    const all = sent.join('\n')
    const plain = (text: string) => JSON.stringify(text).slice(1, -1)
    const secrets = bank.snippets.flatMap((snippet) => [
      ...snippet.issues.flatMap(({ title, rootCause, fix, test: how, wordings, misheard, hints }) => [
        title,
        rootCause,
        fix,
        how,
        ...wordings,
        ...misheard,
        ...hints,
      ]),
      ...snippet.traps.flatMap(({ title, isRight, wordings }) => [title, isRight, ...wordings]),
      ...Object.values(snippet.answers),
    ])
    const points = [...bank.snippets, ...bank.scenarios, ...bank.warmups].flatMap((item) =>
      item.points.flatMap((point) => ('wordings' in point ? [point.text, ...point.wordings] : [])),
    )
    const answers = [...bank.scenarios, ...bank.warmups].flatMap((item) => Object.values(item.answers))
    expect(all.length).toBeGreaterThan(50_000)
    expect([...secrets, ...points, ...answers].filter((secret) => all.includes(plain(secret)))).toEqual([])
  })
})

test('describes itself', async () => {
  const client = openTestApp().newClient()
  const document = (await (await client.send('GET', '/api/openapi.json')).json()) as {
    paths: Record<string, unknown>
  }
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(['/api/sessions', '/api/sessions/{id}/turns', '/api/sessions/{id}/finish']),
  )
  expect((await client.send('GET', '/api/health')).status).toBe(200)
  expect((await client.send('GET', '/api/nothing')).status).toBe(404)
})
