import { afterAll, beforeAll, expect, test } from 'vitest'
import { POSTING, codeOf } from '../src/api/test-app.ts'
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

test('a full disk refuses with a hint, loses nothing acknowledged, and works again once there is space', async () => {
  const client = createHttpClient(disk.site.url)
  const id = await client.create()
  await client.turn(id, 'open', '')
  const taken = ['first']
  const first = await client.turn(id, 'first', 'I ran the billing service.')
  disk.fill()
  let refused: Response | undefined
  let pending = ''
  for (let turn = 1; turn <= 400 && !refused; turn += 1) {
    pending = `t${turn}`
    const response = await client.send('POST', `/api/sessions/${id}/turns`, { turnId: pending, text: LONG })
    if (response.status === 200) taken.push(pending)
    else refused = response
    if (response.status === 200) await response.text()
  }
  expect([503, 507]).toContain(refused?.status)
  const { error } = FaultBody.parse(await refused?.json())
  expect(['storage-full', 'storage-failed']).toContain(error.code)
  expect(error.hint).not.toBe('')

  expect(await kept(client, id)).toEqual(taken)
  expect(await client.turn(id, 'first', 'I ran the billing service.')).toBe(first)
  const note = { kind: 'note', text: LONG.slice(0, 3_900) }
  const refusedNote = await client.send('POST', `/api/sessions/${id}/events`, note)
  expect(['storage-full', 'storage-failed']).toContain(await codeOf(refusedNote))
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
  const answer = await client.turn(id, pending, LONG)
  expect(await client.turn(id, pending, LONG)).toBe(answer)
  expect(await kept(client, id)).toEqual([...taken, pending])
  expect((await client.send('POST', `/api/sessions/${id}/finish`, {})).status).toBe(200)
})
