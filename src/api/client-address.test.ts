import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

const spoofed = new Headers({
  'x-forwarded-for': '203.0.113.7',
  'x-real-ip': '203.0.113.8',
  forwarded: 'for=203.0.113.9',
})

test('the connection’s own end counts, whatever a visitor says of itself', () => {
  expect(clientAddress(spoofed, '198.51.100.1', null)).toBe('198.51.100.1')
  expect(clientAddress(spoofed, '::ffff:198.51.100.1', null)).toBe('198.51.100.1')
})

test('this machine itself has none', () => {
  for (const peer of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1', null])
    expect(clientAddress(spoofed, peer, null)).toBeNull()
})

test('the named header counts, and of it what our own proxy wrote: the end', () => {
  const headers = new Headers({ 'x-real-ip': '203.0.113.7, 198.51.100.2', 'x-forwarded-for': '127.0.0.1' })
  expect(clientAddress(headers, '127.0.0.1', 'x-real-ip')).toBe('198.51.100.2')
})

test('without the named header, or with nonsense in it, a visitor is one of the unknown', () => {
  expect(clientAddress(spoofed, '127.0.0.1', 'x-vercel-forwarded-for')).toBe('unknown')
  expect(clientAddress(new Headers({ 'x-real-ip': 'evil' }), null, 'x-real-ip')).toBe('unknown')
})

test('an IPv6 address stands for its network', () => {
  const network = clientAddress(new Headers(), '2001:db8:1:2:3:4:5:6', null)
  expect(network).toBe('2001:db8:1:2::/64')
  expect(clientAddress(new Headers(), '2001:0DB8:0001:0002::9', null)).toBe(network)
  expect(clientAddress(new Headers(), 'fe80::1%eth0', null)).toBe('fe80:0:0:0::/64')
  expect(clientAddress(new Headers(), '2001:db8::', null)).toBe('2001:db8:0:0::/64')
})
