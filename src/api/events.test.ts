import { describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import { startedSession } from './test-app.ts'

describe('events', () => {
  test('hold stops the clock, marks and notes are kept, a repeat of an event id changes nothing', async () => {
    const { client, id, passTime } = await startedSession()
    const send = async (body: object) => {
      const response = await client.send('POST', `/api/sessions/${id}/events`, body)
      expect(response.status).toBe(200)
      return (await response.json()) as {
        seq: number
        state: { clockMs: number; onHold: boolean; notes: unknown[] }
      }
    }
    passTime(10_000)
    expect((await send({ kind: 'hold', on: true })).state).toMatchObject({ clockMs: 10_000, onHold: true })
    passTime(50_000)
    expect((await send({ kind: 'hold', on: false })).state).toMatchObject({ clockMs: 10_000, onHold: false })
    const note = { kind: 'note', text: 'ask about retries', eventId: 'n1' }
    const first = await send(note)
    const again = await send(note)
    expect(again.seq).toBe(first.seq)
    expect(again.state.notes).toHaveLength(1)
    await send({ kind: 'mark' })
    await send({ kind: 'left' })
    await send({ kind: 'returned' })
    await send({ kind: 'interrupted', heard: 'Hello, I am' })
  })

  test('lines of code that was not shown cannot be selected, nor its text read', async () => {
    const { client, id } = await startedSession()
    const selected = { kind: 'lines-selected', snippetId: 'order-webhook', from: 1, to: 2 }
    expect((await client.send('POST', `/api/sessions/${id}/events`, selected)).status).toBe(422)
    expect((await client.send('GET', `/api/sessions/${id}/snippets/order-webhook`)).status).toBe(404)
  })

  test('a session left for a week is graded on what was said when its owner comes back', async () => {
    const { client, id, passTime } = await startedSession()
    await client.turn(id, 't1', 'I was the tech lead for a payment service with two million requests a day.')
    passTime(8 * 24 * 60 * 60 * 1000)
    const view = (await (await client.send('GET', `/api/sessions/${id}`)).json()) as {
      state: { phase: string }
    }
    expect(view.state.phase).toBe('finished')
    expect((await client.send('GET', `/api/reports/${id}`)).status).toBe(200)
  })

  test('a corrected word is graded again, and what was said first is kept', async () => {
    const { correct, report } = await finished('I was the deck lead for a payment service.')
    expect((await correct('I was the tech lead for a payment service.')).status).toBe(200)
    const { transcript, corrections } = await report()
    expect(transcript.find(({ turnId }) => turnId === 't1')).toMatchObject({
      text: 'I was the tech lead for a payment service.',
      heard: 'I was the deck lead for a payment service.',
    })
    expect(corrections).toMatchObject([
      {
        turnId: 't1',
        before: 'I was the deck lead for a payment service.',
        after: 'I was the tech lead for a payment service.',
        edited: false,
      },
    ])
  })

  test('an edit beyond a mishearing is kept and marked, judged by what was said first, and taken back by it', async () => {
    const said = 'I was the deck lead for a payment service.'
    const { correct, report } = await finished(said)
    await correct('I was the tech lead for a payment service.')
    const pasted = 'I would put an idempotency key into a unique column.'
    await correct(pasted)
    const turn = async () => (await report()).transcript.find(({ turnId }) => turnId === 't1')
    expect(await turn()).toMatchObject({
      text: 'I was the tech lead for a payment service.',
      heard: said,
      edited: pasted,
    })
    await correct(said)
    expect(await turn()).toMatchObject({ text: said })
    expect(await turn()).not.toHaveProperty('edited')
    expect(await turn()).not.toHaveProperty('heard')
    expect((await report()).corrections?.map(({ edited }) => edited)).toEqual([false, true, false])
  })

  test('a correction that changes nothing is none; an empty one, one of no turn and the 41st are refused', async () => {
    const said = 'I was the deck lead for a payment service.'
    const { correct, report } = await finished(said)
    expect((await correct(said)).status).toBe(200)
    expect((await report()).corrections).toEqual([])
    expect((await correct('  ')).status).toBe(422)
    expect((await correct('Words.', 'nowhere')).status).toBe(422)
    for (let time = 0; time < 40; time += 1) {
      expect((await correct(`${said}${'.'.repeat(time + 1)}`)).status).toBe(200)
    }
    const refused = await correct('I was the tech lead for a payment service.')
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { error: { code: 'too-many-corrections' } },
    ])
  })

  test('the report leaves signed, the same from every address, and again after a correction', async () => {
    const { correct, report, client, id } = await finished('I was the deck lead for a payment service.')
    const again = await (await client.send('POST', `/api/sessions/${id}/finish`)).json()
    const first = await report()
    expect(again).toEqual(first)
    await correct('I was the tech lead for a payment service.')
    const second = await report()
    expect(second.signature?.publicKey).toBe(first.signature?.publicKey)
    expect(second.signature?.value).not.toBe(first.signature?.value)
    expect(second.createdAt).toBe(first.createdAt)
  })
})

/** A session in which one thing was said, finished. */
async function finished(said: string) {
  const { client, id } = await startedSession()
  await client.turn(id, 't1', said)
  await client.send('POST', `/api/sessions/${id}/finish`)
  return {
    client,
    id,
    correct: (text: string, turnId = 't1') =>
      client.send('POST', `/api/sessions/${id}/events`, { kind: 'correction', turnId, text }),
    report: async () => Report.parse(await (await client.send('GET', `/api/reports/${id}`)).json()),
  }
}
