import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { z } from 'zod'
import { BLOB_HOST_HEADER } from './blob-host-header.ts'
import { sendBlob } from './send-blob.ts'
import type { Switches } from './switches.ts'
import { createSwitches } from './switches.ts'

/** A blob as it is kept. */
export interface Kept {
  bytes: Buffer
  contentType: string
  etag: string
  uploadedAt: Date
}

export interface BlobService {
  /** What VERCEL_BLOB_API_URL has to be. */
  url: string
  /** What BLOB_READ_WRITE_TOKEN has to be. */
  token: string
  /** Read anew for every request. */
  switches: Switches
  /** Everything that is kept, by path. */
  kept: Map<string, Kept>
  /** Requests that reached it so far. */
  trips(): number
  stop(): Promise<void>
}

const STORE = 'standin'
const TOKEN = `vercel_blob_rw_${STORE}_secret`
const HOST = `${STORE}.private.blob.vercel-storage.com`

const codes = {
  400: 'bad_request',
  403: 'forbidden',
  404: 'not_found',
  429: 'rate_limited',
  500: 'internal_server_error',
  503: 'service_unavailable',
} as const
type Refusal = keyof typeof codes

/**
 * A stand-in of Vercel Blob on 127.0.0.1: one private store with its API (put, list by pages, head, delete) and its own
 * host (get, by parts). A client reaches the host with `reach-stand-in.ts`.
 */
export async function startBlob(): Promise<BlobService> {
  const kept = new Map<string, Kept>()
  const switches = createSwitches()
  let trips = 0
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    trips += 1
    if (request.headers.authorization !== `Bearer ${TOKEN}`) return refuse(response, 403)
    if (switches.status !== null) return refuse(response, switches.status)
    const asked = { request, url: new URL(request.url ?? '/', 'http://blob'), body: Buffer.concat(chunks) }
    const told = request.headers[BLOB_HOST_HEADER]
      ? readAtHost(kept, asked, response, switches)
      : answer(kept, asked, switches)
    if (told === undefined) return
    if (switches.losesAnswers > 0) {
      switches.losesAnswers -= 1
      return void response.destroy()
    }
    if (typeof told === 'number') return refuse(response, told)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(told))
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    token: TOKEN,
    switches,
    kept,
    trips: () => trips,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

interface Asked {
  request: IncomingMessage
  url: URL
  body: Buffer
}

function refuse(response: ServerResponse, status: Refusal): void {
  const error = { code: codes[status], message: `told to answer ${status}` }
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error }))
}

/** A file at the store's own host. Undefined once it has been sent. */
function readAtHost(
  kept: Map<string, Kept>,
  { request, url }: Asked,
  response: ServerResponse,
  switches: Switches,
): Refusal | undefined {
  if (request.headers[BLOB_HOST_HEADER] !== HOST) return 403
  const blob = kept.get(decodeURIComponent(url.pathname.slice(1)))
  if (!blob) return 404
  sendBlob(response, blob, request.headers.range, switches)
  return undefined
}

/** What the API says, or with which status it refuses. */
function answer(
  kept: Map<string, Kept>,
  { request, url, body }: Asked,
  switches: Switches,
): object | Refusal {
  const { method, headers } = request
  if (method === 'PUT') return put(kept, url.searchParams.get('pathname') ?? '', headers, body)
  if (method === 'POST' && url.pathname === '/delete') {
    const { urls } = z.object({ urls: z.array(z.string()) }).parse(JSON.parse(body.toString()))
    for (const each of urls) kept.delete(pathOf(each))
    return {}
  }
  if (method !== 'GET') return 400
  const wanted = url.searchParams.get('url')
  if (wanted === null) return list(kept, url.searchParams, switches)
  const found = kept.get(pathOf(wanted))
  return found ? describe(pathOf(wanted), found) : 404
}

function put(
  kept: Map<string, Kept>,
  path: string,
  headers: IncomingMessage['headers'],
  bytes: Buffer,
): object | Refusal {
  const isTaken = kept.has(path) && headers['x-allow-overwrite'] !== '1'
  if (path === '' || isTaken || headers['x-vercel-blob-access'] !== 'private') return 400
  const named = headers['x-content-type']
  const contentType = typeof named === 'string' ? named : 'application/octet-stream'
  const etag = `"${createHash('md5').update(bytes).digest('hex')}"`
  const blob = { bytes, contentType, etag, uploadedAt: new Date() }
  kept.set(path, blob)
  return describe(path, blob)
}

function list(kept: Map<string, Kept>, asked: URLSearchParams, { pageSize }: Switches): object {
  const after = asked.get('cursor') ?? ''
  const found = [...kept]
    .filter(([path]) => path.startsWith(asked.get('prefix') ?? '') && path > after)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  const page = found.slice(0, Math.min(pageSize, Number(asked.get('limit') ?? 1_000)))
  const hasMore = page.length < found.length
  const cursor = hasMore ? { cursor: page.at(-1)?.[0] } : {}
  return { blobs: page.map(([path, blob]) => describe(path, blob)), hasMore, ...cursor }
}

function describe(path: string, { bytes, contentType, etag, uploadedAt }: Kept) {
  const url = `https://${HOST}/${path}`
  return {
    url,
    downloadUrl: `${url}?download=1`,
    pathname: path,
    size: bytes.length,
    contentType,
    contentDisposition: `attachment; filename="${path.split('/').at(-1)}"`,
    cacheControl: 'public, max-age=2592000',
    uploadedAt: uploadedAt.toISOString(),
    etag,
  }
}

function pathOf(urlOrPath: string): string {
  return /^https?:/.test(urlOrPath) ? decodeURIComponent(new URL(urlOrPath).pathname.slice(1)) : urlOrPath
}
