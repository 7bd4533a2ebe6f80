import { describe, expect, test } from 'vitest'
import { Report } from '../domain/report/report.ts'
import { ShareLink, ShareLinks } from '../wire/share.ts'
import { codeOf, openTestApp, POSTING } from './test-app.ts'

/** A graded session of an owner who wrote a note and marked a moment. */
async function gradedSession() {
  const server = openTestApp()
  const client = server.newClient()
  const { id } = await client.create()
  await client.turn(id, 'open', '')
  await client.turn(id, 't1', 'I owned the ledger that charged forty million requests a day, in Postgres.')
  await client.send('POST', `/api/sessions/${id}/events`, { kind: 'note', text: 'planted-note-41' })
  await client.send('POST', `/api/sessions/${id}/events`, { kind: 'mark', turnId: 't1' })
  await client.send('POST', `/api/sessions/${id}/finish`)
  const share = async (parts: object = {}) =>
    ShareLink.parse(await (await client.send('POST', `/api/reports/${id}/share`, parts)).json())
  return { server, client, id, share }
}

const linkOf = ({ href }: ShareLink) => href.replace('/shared/', '')

describe('a shared report', () => {
  test('is read by who has the link, without the parts that were not chosen', async () => {
    const { server, client, id, share } = await gradedSession()
    const stranger = server.newClient()
    const link = linkOf(await share())
    const response = await stranger.send('GET', `/api/shared/${link}/report.json`)
    const body = await response.text()
    const report = Report.parse(JSON.parse(body))
    expect(response.headers.get('x-robots-tag')).toBe('noindex')
    expect(report.transcript.some(({ turnId }) => turnId === 't1')).toBe(true)
    expect([report.jd, report.recording]).toEqual([[], undefined])
    expect(body).not.toContain('planted-note-41')
    const markdown = await (await stranger.send('GET', `/api/shared/${link}/report.md`)).text()
    expect(markdown).not.toContain('planted-note-41')
    const own = Report.parse(await (await client.send('GET', `/api/reports/${id}`)).json())
    expect(own.jd.length).toBeGreaterThan(0)
    expect(report.dimensions).toEqual(own.dimensions)
  })

  test('shows the parts that were chosen', async () => {
    const { server, share } = await gradedSession()
    const link = linkOf(await share({ posting: true, notes: true }))
    const response = await server.newClient().send('GET', `/api/shared/${link}/report.json`)
    const report = Report.parse(await response.json())
    expect(report.jd.length).toBeGreaterThan(0)
    expect(report.moments.map(({ note }) => note)).toContain('planted-note-41')
  })

  test('is gone at once when its link is taken back, like one that never was', async () => {
    const { server, client, id, share } = await gradedSession()
    const [one, two] = [await share(), await share()]
    const stranger = server.newClient()
    const read = async (link: string) => {
      const response = await stranger.send('GET', `/api/shared/${link}/report.json`)
      return [response.status, await response.text()]
    }
    const made = `/api/reports/${id}/share`
    expect((await client.send('DELETE', `${made}?shareId=${one.shareId}`)).status).toBe(204)
    const absent = await read(`${'A'.repeat(24)}.${'A'.repeat(32)}`)
    expect(absent[0]).toBe(404)
    expect(await read(linkOf(one))).toEqual(absent)
    expect((await read(linkOf(two)))[0]).toBe(200)
    expect((await client.send('DELETE', made)).status).toBe(204)
    expect(await read(linkOf(two))).toEqual(absent)
    expect(ShareLinks.parse(await (await client.send('GET', made)).json())).toEqual({ links: [] })
  })

  test('is the owner’s to share and to take back', async () => {
    const { server, id, share } = await gradedSession()
    const stranger = server.newClient()
    await stranger.create()
    await share()
    for (const [method, body] of [
      ['POST', {}],
      ['GET', undefined],
      ['DELETE', undefined],
    ] as const) {
      const response = await stranger.send(method, `/api/reports/${id}/share`, body)
      expect([method, response.status, await codeOf(response)]).toEqual([method, 404, 'not-found'])
    }
  })

  test('a link with one letter changed opens nothing, and the store alone cannot make one', async () => {
    const { server, share } = await gradedSession()
    const link = linkOf(await share())
    const changed = link.slice(0, -1) + (link.endsWith('A') ? 'B' : 'A')
    for (const wrong of [changed, link.split('.')[0] ?? '', '..', `${link}x`])
      expect(
        (await server.newClient().send('GET', `/api/shared/${encodeURIComponent(wrong)}/report.json`)).status,
      ).toBe(404)
  })

  test('has twenty links at most', async () => {
    const { client, id, share } = await gradedSession()
    for (let made = 0; made < 20; made += 1) await share()
    expect(await codeOf(await client.send('POST', `/api/reports/${id}/share`, {}))).toBe('too-many-links')
  })

  test('is not there before the report is', async () => {
    const client = openTestApp().newClient()
    const { id } = await client.create({ jd: POSTING })
    expect(await codeOf(await client.send('POST', `/api/reports/${id}/share`, {}))).toBe('report-not-ready')
  })
})
