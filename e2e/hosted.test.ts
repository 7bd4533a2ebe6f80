import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadBank } from '../src/bank/load-bank.ts'
import { createHttpClient } from './http-client.ts'
import { openBrowser } from './open-browser.ts'
import { rehearse } from './rehearse.ts'
import type { Served } from './serve.ts'
import { freePort, serveSite } from './serve.ts'
import type { Hosted } from '../standins/start-hosted.ts'
import { startHosted } from '../standins/start-hosted.ts'

const bank = loadBank('.build/bank.json')
let hosted: Hosted
let port: number
let site: Served
let browser: Browser
const serve = () => serveSite('', port, undefined, hosted.environment)

beforeAll(async () => {
  ;[hosted, port, browser] = await Promise.all([startHosted(), freePort(), openBrowser()])
  site = await serve()
})
afterAll(async () => {
  await browser.close()
  await site.stop()
  await hosted.stop()
})

describe('with KV and Blob, and no disk', () => {
  test('from a posting to a report, in Chromium', async () => {
    const { report, complaints, strangers } = await rehearse({ browser, url: site.url, bank }, 'strong')
    expect(report.dimensions.map(({ score }) => score)).not.toContain(null)
    expect([complaints, strangers]).toEqual([[], []])
  }, 300_000)

  test('a turn is one trip, and two in a process that has not seen the session', async () => {
    const client = createHttpClient(site.url)
    const id = await client.create()
    await client.turn(id, 'open', '')
    const tripsOf = async (turnId: string) => {
      const before = hosted.kv.trips()
      await client.turn(id, turnId, 'We ran a payment service and retried what failed.')
      return hosted.kv.trips() - before
    }
    expect(await tripsOf('t1')).toBe(1)
    await site.stop('SIGKILL')
    site = await serve()
    expect([await tripsOf('t2'), await tripsOf('t3')]).toEqual([2, 1])
  })

  test('a recording is kept in the private store and played from there', async () => {
    const client = createHttpClient(site.url)
    const id = await client.create()
    await client.send('POST', `/api/sessions/${id}/events`, {
      kind: 'recording-consent',
      on: true,
      eventId: 'consent-1',
    })
    await client.turn(id, 'open', '')
    const piece = new Uint8Array(8_000).map((_, index) => index % 251)
    const path = `${site.url}/api/sessions/${id}/recording`
    const headers = { cookie: client.cookie(), 'content-type': 'audio/basic' }
    const sent = await fetch(`${path}?startMs=0`, { method: 'POST', headers, body: piece })
    expect(sent.status).toBe(204)
    expect([...hosted.blob.kept.keys()]).toEqual([`recordings/${id}/00000000`])
    const played = await fetch(path, { headers: { cookie: client.cookie(), range: 'bytes=-4000' } })
    expect(played.status).toBe(206)
    expect(Buffer.from(await played.arrayBuffer()).equals(Buffer.from(piece.slice(-4_000)))).toBe(true)
  })
})
