import { createReadStream, readFileSync, readdirSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { OutputConfig } from './output-config.ts'
import { routeRequest } from './route-request.ts'
import { startFunction } from './start-function.ts'
import type { RunningFunction } from './start-function.ts'

export interface VercelSite {
  url: string
  config: OutputConfig
  /** What the function has written to its error output. */
  complaints(): string
  stop(): Promise<void>
}

/** What a function may be sent, in bytes. */
const LARGEST_BODY = 4.5 * 1024 * 1024
/** The host and the visitor's address that the function is told. */
const HOST = 'offhook.test'
const ADDRESS = '198.51.100.7'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.md': 'text/markdown; charset=utf-8',
}

/**
 * A stand-in of Vercel on 127.0.0.1 for one output folder: its rules, files and single function. What a visitor says of
 * its address is thrown away and said anew; a large body is refused; the function is frozen while nobody waits for it.
 */
export async function startVercel(
  folder: string,
  environment: Record<string, string>,
  imports: string[] = [],
): Promise<VercelSite> {
  const config = OutputConfig.parse(JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8')))
  const [name, ...others] = readdirSync(join(folder, 'functions'))
  if (name === undefined || others.length > 0) throw new Error('there has to be one function')
  const running = await startFunction(join(folder, 'functions', name), environment, imports)
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const { headers, file, functionName } = routeRequest(folder, config, path)
    if (file) return sendFile(request, response, file, headers)
    if (functionName === undefined) return void response.writeHead(404, headers).end()
    if (`${functionName}.func` !== name) throw new Error(`there is no function ${functionName}`)
    return void passOn(running, request, response, headers)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    config,
    complaints: () => running.complaints(),
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await running.stop()
    },
  }
}

function sendFile(
  { method }: IncomingMessage,
  response: ServerResponse,
  { path, status }: { path: string; status: number },
  headers: Record<string, string>,
): void {
  if (!['GET', 'HEAD'].includes(method ?? '')) return void response.writeHead(405, headers).end()
  const type = types[extname(path)] ?? 'application/octet-stream'
  response.writeHead(status, {
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-type': type,
    ...headers,
  })
  if (method === 'HEAD') return void response.end()
  createReadStream(path).pipe(response)
}

/** Hands a request to the function. What the function sets stands over what the rules say. */
async function passOn(
  running: RunningFunction,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Record<string, string>,
): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  if (body.length > LARGEST_BODY)
    return void response.writeHead(413, headers).end('FUNCTION_PAYLOAD_TOO_LARGE')
  running.begin()
  const { method, url: path } = request
  const options = { port: running.port, host: '127.0.0.1', method, path, headers: headersFor(request) }
  const inner = ask(options, (answer) => {
    response.writeHead(answer.statusCode ?? 500, { ...headers, ...answer.headers })
    answer.pipe(response)
    answer.once('close', () => running.end())
  })
  inner.once('error', () => {
    running.end()
    response.writeHead(502, headers).end('FUNCTION_INVOCATION_FAILED')
  })
  inner.end(body)
}

/** What the function is told of a request: what Vercel says of the visitor, and nothing that the visitor says of itself. */
function headersFor({ headers }: IncomingMessage): OutgoingHttpHeaders {
  const isSaid = (name: string) => /^x-(forwarded-|real-ip$|vercel-)/.test(name)
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !isSaid(name)))
  return {
    ...kept,
    host: HOST,
    'x-forwarded-host': HOST,
    'x-forwarded-proto': 'https',
    'x-forwarded-for': ADDRESS,
    'x-real-ip': ADDRESS,
    'x-vercel-forwarded-for': ADDRESS,
  }
}
