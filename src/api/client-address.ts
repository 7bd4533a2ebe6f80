import { isIP } from 'node:net'

/** For visitors whose address nobody tells: they share one. */
const UNKNOWN = 'unknown'

/**
 * Where a request comes from, as far as that can be trusted: null for this machine itself. An IPv6 address stands for its
 * network of 64 bits, which is what one visitor has.
 * @param peer the other end of the connection; null in a process that calls itself
 * @param header the one in which our own proxy names the visitor: its last entry counts, and nothing that is sent under
 *   other names
 */
export function clientAddress(headers: Headers, peer: string | null, header: string | null): string | null {
  if (header === null) return peer === null ? null : networkOf(peer)
  const named = headers.get(header)?.split(',').at(-1)?.trim()
  return named === undefined ? UNKNOWN : networkOf(named)
}

function networkOf(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (isIP(plain) === 4) return plain.startsWith('127.') ? null : plain
  const [withoutZone = ''] = plain.split('%')
  if (isIP(withoutZone) !== 6) return UNKNOWN
  const short = new URL(`http://[${withoutZone}]`).hostname.slice(1, -1)
  if (short === '::1') return null
  const [before = '', after = ''] = short.split('::')
  const head = before.split(':').filter(Boolean)
  const tail = after.split(':').filter(Boolean)
  const zeros = short.includes('::') ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : []
  return `${[...head, ...zeros, ...tail].slice(0, 4).join(':')}::/64`
}
