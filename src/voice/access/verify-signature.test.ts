import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifySignature } from './verify-signature.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

/** As computed with ElevenLabs' own client. */
const vector = {
  secret: 'wsec_local_test',
  time: 1_739_537_297,
  body: bytes(
    '{"type":"post_call_transcription","event_timestamp":1739537297,"data":{"conversation_id":"conv_1"}}',
  ),
  signature: '3e7ab699a48f40c998cdaffc225962e50ca93291816936399ea42f8586e50d55',
}
const { secret, time, body, signature } = vector
const wrong = '0'.repeat(64)
const verify = (header: string | undefined, secondsLater = 0, of = body, by = secret) =>
  verifySignature(of, header, by, (time + secondsLater) * 1_000)

describe('verifySignature', () => {
  test.each([
    ['as it is sent', `t=${time},v0=${signature}`],
    ['with spaces', ` t=${time} , v0=${signature} `],
    ['in the other order', `v0=${signature},t=${time}`],
    ['in capitals', `t=${time},v0=${signature.toUpperCase()}`],
    ['beside one of another secret', `t=${time},v0=${wrong},v0=${signature}`],
    ['before one of another secret', `t=${time},v0=${signature},v0=${wrong}`],
    ['beside a scheme to come', `t=${time},v1=abc,v0=${signature}`],
  ])('takes the signature %s', (_, header) => {
    expect(verify(header)).toBe(true)
  })

  test.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one without a time', `v0=${signature}`],
    ['one without a signature', `t=${time}`],
    ['a wrong one', `t=${time},v0=${wrong}`],
    ['one cut short', `t=${time},v0=${signature.slice(0, 62)}`],
    ['one that goes on', `t=${time},v0=${signature}00`],
    ['one for another time', `t=${time + 1},v0=${signature}`],
    ['one of another scheme', `t=${time},v1=${signature}`],
    ['one without names', `${time},${signature}`],
    ['one with half a second', `t=${time}.5,v0=${signature}`],
    ['one with no number', `t=NaN,v0=${signature}`],
  ])('refuses %s', (_, header) => {
    expect(verify(header)).toBe(false)
  })

  test.each([
    [30 * 60, true],
    [30 * 60 + 1, false],
    [-5 * 60, true],
    [-5 * 60 - 1, false],
  ])('%i seconds after it was made the answer is %s', (later, answer) => {
    expect(verify(`t=${time},v0=${signature}`, later)).toBe(answer)
  })

  test('refuses another body and another secret', () => {
    const header = `t=${time},v0=${signature}`
    expect(verify(header, 0, bytes(`${new TextDecoder().decode(body)} `))).toBe(false)
    expect(verify(header, 0, body, 'wsec_other')).toBe(false)
  })

  test('takes what was signed, byte by byte, and refuses it with any one bit turned', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.nat(), (given, at) => {
        const made = createHmac('sha256', secret).update(`${time}.`).update(given).digest('hex')
        const header = `t=${time},v0=${made}`
        expect(verify(header, 0, given)).toBe(true)
        const turned = given.map((byte, index) => {
          return index === Math.floor(at / 8) % given.length ? byte ^ (1 << (at % 8)) : byte
        })
        expect(verify(header, 0, turned)).toBe(false)
      }),
    )
  })

  test('whatever the header holds, nothing is thrown', () => {
    const part = fc.constantFrom(
      't=',
      'v0=',
      ',',
      ' ',
      `${time}`,
      signature,
      '=',
      'é',
      '\0',
      '99999999999999999999',
    )
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (header) => {
          expect(verify(header, 0, bytes('another'))).toBe(false)
        },
      ),
    )
  })
})
