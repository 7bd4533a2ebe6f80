import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pathToFileURL } from 'node:url'

/**
 * A function of Vercel's in a process of its own, as its launcher runs it: the folder of the function is the working
 * directory, the handler a `fetch`, and `waitUntil` keeps the instance awake. Says to its parent on which port it listens
 * and how much is still to be waited for.
 */
const [handler = ''] = process.argv.slice(2)

interface Handler {
  default: { fetch(request: Request): Promise<Response> }
}

let waiting = 0
function waitUntil(work: Promise<unknown>): void {
  const tell = (change: number) => process.send?.({ waiting: (waiting += change) })
  tell(1)
  void work.catch(() => undefined).then(() => tell(-1))
}
Object.assign(globalThis, { [Symbol.for('@vercel/request-context')]: { get: () => ({ waitUntil }) } })

const loaded = (await import(pathToFileURL(handler).href)) as Handler
const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : undefined })
})

async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const host = incoming.headers['x-forwarded-host']
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const part of incoming) parts.push(new Uint8Array(part as Buffer))
  const request = new Request(`https://${String(host)}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers: Object.entries(incoming.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] satisfies [string, string]],
    ),
    ...(parts.length > 0 ? { body: new Blob(parts) } : {}),
  })
  const response = await loaded.default.fetch(request)
  outgoing.writeHead(response.status, headersOf(response))
  if (!response.body) return void outgoing.end()
  for await (const part of response.body) outgoing.write(part)
  outgoing.end()
}

function headersOf(response: Response): Record<string, string | string[]> {
  const cookies = response.headers.getSetCookie()
  const plain = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'))
  return cookies.length > 0 ? { ...plain, 'set-cookie': cookies } : plain
}
