import { afterAll, beforeAll, expect, test } from 'vitest'
import { POSTING } from '../src/api/test-app.ts'
import { FaultBody } from '../src/wire/fault.ts'
import type { HttpClient } from './http-client.ts'
import { createHttpClient } from './http-client.ts'
import type { SmallDisk } from './small-disk.ts'
import { openSmallDisk } from './small-disk.ts'

const LONG = 'and the retry writes the order twice, '.repeat(1_000)
let disk: SmallDisk
beforeAll(async () => {
  disk = await openSmallDisk()
})
afterAll(() => disk.remove())

/** Turn ids and notes in the order the server has them. */
async function kept(client: HttpClient, id: string): Promise<string[]> {
  const { events } = await client.view(id)
  return events.flatMap((event) => (event.kind === 'candidate-said' ? [event.turnId] : []))
}

/** Sends until the store refuses, with a hint; gives what was sent last. */
async function untilRefused<T extends { response: Response }>(
  send: (turn: number) => Promise<T>,
): Promise<T> {
  for (let turn = 1; turn <= 400; turn += 1) {
    const sent = await send(turn)
    const body = await sent.response.text()
    if (sent.response.status === 200) continue
    expect([503, 507]).toContain(sent.response.status)
    const { error } = FaultBody.parse(JSON.parse(body))
    expect(['storage-full', 'storage-failed']).toContain(error.code)
    expect(error.hint).not.toBe('')
    return sent
  }
  throw new Error('the disk never filled up')
}

test('a full disk refuses with a hint, loses nothing acknowledged, and works again once there is space', async () => {
  const client = createHttpClient(disk.site.url)
  const id = await client.create()
  await client.turn(id, 'open', '')
  const taken = ['first']
  const first = await client.turn(id, 'first', 'I ran the billing service.')
  disk.fill()
  const pending = await untilRefused(async (turn) => {
    const turnId = `t${turn}`
    const response = await client.send('POST', `/api/sessions/${id}/turns`, { turnId, text: LONG })
    if (response.status === 200) taken.push(turnId)
    return { response, turnId }
  })
  await untilRefused(async (turn) => {
    const note = { kind: 'note', text: `${turn} ${LONG}`.slice(0, 1_000) }
    return { response: await client.send('POST', `/api/sessions/${id}/events`, note) }
  })

  expect(await kept(client, id)).toEqual(taken)
  expect(await client.turn(id, 'first', 'I ran the billing service.')).toBe(first)
  const form = await fetch(`${disk.site.url}/start`, {
    method: 'POST',
    headers: { origin: disk.site.url, cookie: client.cookie() },
    body: new URLSearchParams({ jd: POSTING + LONG, level: 'senior', domain: 'auto' }),
  })
  expect([503, 507]).toContain(form.status)
  const shown = await form.text()
  expect(shown).toContain('Not started: The ')
  expect(shown).toContain('reconcile the difference at the end of the day')

  await disk.free()
  const answer = await client.turn(id, pending.turnId, LONG)
  expect(await client.turn(id, pending.turnId, LONG)).toBe(answer)
  expect(await kept(client, id)).toEqual([...taken, pending.turnId])
  expect((await client.send('POST', `/api/sessions/${id}/finish`, {})).status).toBe(200)
})
