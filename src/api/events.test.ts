import { describe, expect, test } from 'vitest'
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
    const { client, id } = await startedSession()
    await client.turn(id, 't1', 'I was the deck lead for a payment service.')
    await client.send('POST', `/api/sessions/${id}/finish`)
    const correction = {
      kind: 'correction',
      turnId: 't1',
      text: 'I was the tech lead for a payment service.',
    }
    expect((await client.send('POST', `/api/sessions/${id}/events`, correction)).status).toBe(200)
    const report = (await (await client.send('GET', `/api/reports/${id}`)).json()) as {
      transcript: { turnId: string; text: string; edited?: string }[]
    }
    expect(report.transcript.find(({ turnId }) => turnId === 't1')).toMatchObject({
      text: correction.text,
      edited: 'I was the deck lead for a payment service.',
    })
  })
})
