import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createInterviewPasses } from './interview-pass.ts'
import { createOwnerCookie } from './owner-cookie.ts'

const secret = 'a secret that only the tests know, 32+'
const passes = createInterviewPasses(secret)
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,24}$/)
const NOW = Date.UTC(2026, 10, 23, 9)
const HOUR = 60 * 60 * 1000

describe('an interview pass', () => {
  test('proves session and call for two hours, and fits into a header', () => {
    fc.assert(
      fc.property(id, id, (sessionId, callId) => {
        const pass = passes.issue({ sessionId, callId }, NOW)
        expect(pass).toMatch(/^[A-Za-z0-9._-]{1,200}$/)
        expect(passes.read(pass, NOW)).toEqual({ sessionId, callId })
        expect(passes.read(pass, NOW + 2 * HOUR - 1)).toEqual({ sessionId, callId })
        expect(passes.read(pass, NOW + 2 * HOUR)).toBeUndefined()
      }),
    )
  })

  test('with any one character changed proves nothing', () => {
    const pass = passes.issue({ sessionId: 'session', callId: 'call' }, NOW)
    for (let at = 0; at < pass.length; at += 1) {
      const changed = `${pass.slice(0, at)}${pass[at] === 'B' ? 'C' : 'B'}${pass.slice(at + 1)}`
      expect([changed, passes.read(changed, NOW)]).toEqual([changed, undefined])
    }
  })

  test('is not accepted from anywhere else', () => {
    const given = { sessionId: 'session', callId: 'call' }
    const pass = passes.issue(given, NOW)
    const others = createInterviewPasses('another secret of thirty-two letters')
    const ownerId = pass.slice(0, pass.lastIndexOf('.'))
    const cookie = createOwnerCookie(secret).write(ownerId, false)
    const forged = /=([^;]*)/.exec(cookie)?.[1]
    for (const text of [undefined, '', '...', pass.slice(1), `${pass}.`, others.issue(given, NOW), forged])
      expect(passes.read(text, NOW)).toBeUndefined()
  })

  test('any text at all is read without throwing', () => {
    fc.assert(fc.property(fc.string(), (text) => passes.read(text, NOW) === undefined))
  })
})
