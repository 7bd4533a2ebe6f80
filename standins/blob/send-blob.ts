import type { ServerResponse } from 'node:http'
import type { Kept } from './start-blob.ts'
import type { Switches } from './switches.ts'

/** Sends a blob, or the part of it that `range` asks for (RFC 9110: 206, or 416 past the end). */
export function sendBlob(
  response: ServerResponse,
  { bytes, contentType, etag, uploadedAt }: Kept,
  range: string | undefined,
  { ignoresRanges, breaksOff }: Switches,
): void {
  const size = bytes.length
  const headers = { 'content-type': contentType, etag, 'last-modified': uploadedAt.toUTCString() }
  const [, first, last] = (!ignoresRanges && /^bytes=(\d+)-(\d+)$/.exec(range ?? '')) || []
  if (Number(first) >= size) return void response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
  const from = Number(first ?? 0)
  const part = bytes.subarray(from, last === undefined ? size : Number(last) + 1)
  const partly =
    last === undefined ? {} : { 'content-range': `bytes ${from}-${from + part.length - 1}/${size}` }
  response.writeHead(last === undefined ? 200 : 206, {
    ...headers,
    ...partly,
    'content-length': part.length,
  })
  if (!breaksOff) return void response.end(part)
  response.write(part.subarray(0, part.length / 2), () => response.destroy())
}
