import { describe, expect, test } from 'vitest'
import { playCandidate } from './play-candidate.ts'
import { codeOf, openTestApp, POSTING, spoken, startedSession } from './test-app.ts'

describe('creating a session', () => {
  test('answers 201 with an opaque id, a plan, and a signed cookie', async () => {
    const client = openTestApp().newClient()
    const { id, plan } = await client.create({ level: 'mid', focus: ['caching'], extraTime: true })
    expect(id).toMatch(/^[A-Za-z0-9_-]{24,}$/)
    expect(client.cookie()).toMatch(/^offhook=[\w-]+\.[\w-]+$/)
    expect(plan.level).toBe('mid')
    expect(plan.focus.map((item) => item.id)).toEqual(['caching'])
    expect(plan.competencies.filter(({ ground }) => ground === undefined)).toEqual([])
    expect(plan.competencies.every(({ ground }) => POSTING.includes(ground ?? ''))).toBe(true)
  })

  test('extra time makes every section half as long again', async () => {
    const client = openTestApp().newClient()
    const plain = (await client.create()).plan.minutes
    const extra = (await client.create({ extraTime: true })).plan.minutes
    expect(extra / plain).toBeCloseTo(1.5, 1)
  })

  test.each([
    ['nothing', '', 'jd-empty'],
    ['white space', ' \n\t ', 'jd-empty'],
    ['nine characters', 'Engineer.', 'jd-too-short'],
    ['more than 50 KB', 'senior engineer '.repeat(4_000), 'jd-too-long'],
    ['a binary file', 'PK\u0003\u0004\u0000\u0000\u0008\u0000\u0001'.repeat(20), 'jd-not-text'],
  ])('refuses %s with 422 and a hint', async (_, jd, code) => {
    const response = await openTestApp().newClient().send('POST', '/api/sessions', { jd })
    expect(response.status).toBe(422)
    const { error } = (await response.json()) as { error: { code: string; hint: string } }
    expect(error.code).toBe(code)
    expect(error.hint).not.toBe('')
  })

  test('a recipe is not an engineering role: 201, confidence none, the baseline proposed', async () => {
    const recipe =
      'Tomato soup. Chop two onions, fry them in butter, add a kilo of tomatoes and simmer for an hour.'
    const { plan } = await openTestApp().newClient().create({ jd: recipe })
    expect(plan.engineering).toBe(false)
    expect(plan.track.confidence).toBe('none')
    expect(plan.track.id).toBe('web-fullstack')
  })

  test('names the field that does not fit', async () => {
    const response = await openTestApp()
      .newClient()
      .send('POST', '/api/sessions', { jd: POSTING, level: 'staff' })
    expect(response.status).toBe(422)
    expect(JSON.stringify(await response.json())).toContain('level')
  })

  test('an unknown focus is refused', async () => {
    const response = await openTestApp()
      .newClient()
      .send('POST', '/api/sessions', { jd: POSTING, focus: ['soup'] })
    expect([response.status, await codeOf(response)]).toEqual([422, 'invalid'])
  })

  test('a returning candidate meets other questions while unseen ones remain', async () => {
    const { client, dependencies } = await startedSession()
    const asked = async () => {
      const { id } = await client.create()
      let frames = await client.turn(id, 'open', '')
      for (let turn = 1; turn < 60; turn += 1) {
        const done = frames.at(-1)
        if (done?.event === 'done' && done.data.ended) break
        frames = await client.turn(id, `t${turn}`, playCandidate(dependencies.bank, 'strong', spoken(frames)))
      }
      const session = await dependencies.sessions.find(id)
      return Object.keys(session?.state.questions ?? {})
    }
    const first = await asked()
    const second = await asked()
    const code = dependencies.bank.snippets.map(({ id }) => id)
    expect(first.filter((id) => code.includes(id)).filter((id) => second.includes(id))).toEqual([])
  })
})

describe('correcting a plan', () => {
  test('changes track and level, drops and adds, and adds up', async () => {
    const client = openTestApp().newClient()
    const { id, plan } = await client.create()
    const dropped = plan.competencies[0]?.id ?? ''
    const patch = async (body: object) => {
      const response = await client.send('PATCH', `/api/sessions/${id}/plan`, body)
      expect(response.status).toBe(200)
      return (await response.json()) as typeof plan
    }
    const one = await patch({ track: 'edge', level: 'mid', drop: [dropped], add: ['caching'] })
    expect([one.track.id, one.level]).toEqual(['edge', 'mid'])
    expect(one.competencies.map((item) => item.id)).not.toContain(dropped)
    expect(one.competencies.find((item) => item.id === 'caching')?.ground).toBeUndefined()
    const two = await patch({ add: ['streaming'] })
    expect([two.track.id, two.level]).toEqual(['edge', 'mid'])
    expect(two.competencies.map((item) => item.id)).toEqual(expect.arrayContaining(['caching', 'streaming']))
    expect(two.competencies.map((item) => item.id)).not.toContain(dropped)
  })

  test('is refused once the interview has started', async () => {
    const { client, id } = await startedSession()
    const response = await client.send('PATCH', `/api/sessions/${id}/plan`, { level: 'mid' })
    expect([response.status, await codeOf(response)]).toEqual([409, 'already-started'])
  })
})
