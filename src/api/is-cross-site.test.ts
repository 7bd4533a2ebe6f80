import { expect, test } from 'vitest'
import { isCrossSite } from './is-cross-site.ts'

const request = (method: string, headers: Record<string, string> = {}) =>
  new Request('http://localhost:4321/api/sessions', { method, headers })

test.each([
  [
    'a post of the page itself',
    request('POST', { origin: 'http://localhost:4321', 'sec-fetch-site': 'same-origin' }),
    false,
  ],
  ['a post of a client that is no browser', request('POST'), false],
  [
    'a look from anywhere',
    request('GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
    false,
  ],
  ['a post from another site', request('POST', { 'sec-fetch-site': 'cross-site' }), true],
  ['a post from a sister site', request('POST', { 'sec-fetch-site': 'same-site' }), true],
  ['a post of an old browser from another site', request('POST', { origin: 'https://evil.example' }), true],
  ['a post from another port', request('POST', { origin: 'http://localhost:9999' }), true],
  ['a post from a sandboxed frame', request('POST', { origin: 'null' }), true],
])('%s', (_, from, expected) => {
  expect(isCrossSite(from)).toBe(expected)
})
