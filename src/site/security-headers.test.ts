import { describe, expect, test } from 'vitest'
import { parseEnv } from '../api/env.ts'
import { checkoutOf, securityHeaders, voiceSocketOf } from './security-headers.mjs'

const set = { ELEVENLABS_API_KEY: 'xi', ELEVENLABS_AGENT_ID: 'agent_1' }
const policyOf = (path: string, voiceSocket?: string) =>
  securityHeaders({ path, https: true, ...(voiceSocket !== undefined && { voiceSocket }) })[
    'content-security-policy'
  ]

describe('voiceSocketOf', () => {
  test.each([
    { what: 'the service where none is named', environment: set, socket: 'wss://api.elevenlabs.io' },
    {
      what: 'the one that is named, without its path',
      environment: { ...set, ELEVENLABS_BASE_URL: 'http://127.0.0.1:4322/v1' },
      socket: 'ws://127.0.0.1:4322',
    },
    { what: 'none without an agent', environment: { ELEVENLABS_API_KEY: 'xi' }, socket: '' },
    {
      what: 'none for an address that is none',
      environment: { ...set, ELEVENLABS_BASE_URL: 'eu' },
      socket: '',
    },
  ])('is $what', ({ environment, socket }) => expect(voiceSocketOf(environment)).toBe(socket))
})

test('the address where none is named is the one that the server asks for access', () => {
  const { elevenLabs } = parseEnv(set)
  expect(voiceSocketOf({ ...set, ELEVENLABS_BASE_URL: elevenLabs?.baseUrl })).toBe(voiceSocketOf(set))
})

describe('the policy', () => {
  test('lets the interview alone call the voice service', () => {
    expect(policyOf('/session/1', 'wss://far.example')).toContain("connect-src 'self' wss://far.example;")
    for (const path of ['/', '/report/1', '/_astro/a.js', '/keystatic']) {
      expect(policyOf(path, 'wss://far.example')).not.toContain('far.example')
    }
    expect(policyOf('/session/1')).toContain("connect-src 'self';")
  })

  test('lets the form of the prices alone lead to the checkout', () => {
    const checkout = checkoutOf({ LEMONSQUEEZY_API_KEY: 'ls' })
    const policy = (path: string, at = checkout) =>
      securityHeaders({ path, https: true, checkout: at })['content-security-policy']
    expect(policy('/checkout')).toContain("form-action 'self' https://*.lemonsqueezy.com;")
    for (const path of ['/', '/purchases', '/session/1'])
      expect(policy(path)).toContain("form-action 'self';")
    expect(policy('/checkout', checkoutOf({}))).toContain("form-action 'self';")
    const store = { LEMONSQUEEZY_API_KEY: 'ls', LEMONSQUEEZY_STORE_URL: 'http://127.0.0.1:4323/x' }
    expect(checkoutOf(store)).toBe('http://127.0.0.1:4323')
    expect(checkoutOf({ ...store, LEMONSQUEEZY_STORE_URL: 'mine' })).toBe('')
  })
})
