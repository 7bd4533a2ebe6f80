import type { ByteRange } from '../storage/blob-store.ts'

/**
 * The part of `size` bytes that a Range header asks for (RFC 9110, 14.2); undefined for the whole, which is also the
 * answer to a header that is malformed or names several parts. `beyond`: nothing of it is there.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'beyond' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return undefined
  if (first === '')
    return Number(last) === 0 || size === 0 ? 'beyond' : { from: Math.max(0, size - Number(last)), to: size }
  const from = Number(first)
  const to = last === '' ? Infinity : Number(last) + 1
  if (to <= from && last !== '') return undefined
  return from >= size ? 'beyond' : { from, to: Math.min(size, to) }
}
