import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { z } from 'zod'
import type { RedisConnection, Reply } from './connect-redis.ts'
import { connectRedis } from './connect-redis.ts'
import type { RedisProcess } from './start-redis.ts'
import { startRedis } from './start-redis.ts'
import type { Switches } from './switches.ts'
import { createSwitches } from './switches.ts'

export interface Kv {
  url: string
  token: string
  /** What it stands in front of. */
  redis: RedisProcess
  /** Read anew for every request. */
  switches: Switches
  /** Requests that reached it so far. */
  trips(): number
  /** Resolves once Redis can be reached. */
  ready(): Promise<void>
  /** Ends it and its Redis, whose folder stays there when `keeps` is true. */
  stop(keeps?: boolean): Promise<void>
}

const TOKEN = 'kv-stand-in'

const Command = z.array(z.union([z.string(), z.number().transform(String)])).min(1)

/**
 * A stand-in of Upstash's REST API on 127.0.0.1 (`/`, `/pipeline`, `/multi-exec`, bearer token, answers in base64 when
 * asked for) in front of a real Redis, which it starts.
 */
export async function startKv(): Promise<Kv> {
  const redis = await startRedis()
  const connection = await connectRedis(redis.port)
  const switches = createSwitches()
  let trips = 0
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    trips += 1
    if (switches.hangs) return
    if (switches.talks) return void response.writeHead(502).end('<h1>Bad gateway</h1>')
    const { status, body } = await answer(connection, request, text, switches)
    if (status === 200 && switches.losesAnswers > 0) {
      switches.losesAnswers -= 1
      return void response.destroy()
    }
    response.writeHead(status, { 'content-type': 'application/json', 'upstash-sync-token': `t${trips}` })
    response.end(JSON.stringify(body))
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    token: TOKEN,
    redis,
    switches,
    trips: () => trips,
    ready: () => connection.ready(),
    async stop(keeps = false) {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      connection.close()
      await (keeps ? redis.kill() : redis.remove())
    },
  }
}

interface Answer {
  status: number
  body: unknown
}

async function answer(
  connection: RedisConnection,
  request: IncomingMessage,
  text: string,
  { status }: Switches,
): Promise<Answer> {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    return { status: 401, body: { error: 'Unauthorized' } }
  }
  const inBase64 = request.headers['upstash-encoding'] === 'base64'
  try {
    const asked: unknown = JSON.parse(text)
    if (status !== null) return { status, body: { error: `told to answer ${status}` } }
    switch (request.url) {
      case '/':
        return {
          status: 200,
          body: { result: encode(await connection.send(Command.parse(asked)), inBase64) },
        }
      case '/pipeline': {
        const told = z
          .array(Command)
          .parse(asked)
          .map((command) => connection.send(command))
        return { status: 200, body: (await Promise.allSettled(told)).map((one) => itemOf(one, inBase64)) }
      }
      case '/multi-exec': {
        const told = await connection.transact(z.array(Command).parse(asked))
        return { status: 200, body: told.map((reply) => ({ result: encode(reply, inBase64) })) }
      }
      default:
        return { status: 404, body: { error: `ERR no such path ${request.url}` } }
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const isRefusal = /^[A-Z]+ /.test(reason) || error instanceof z.ZodError || error instanceof SyntaxError
    return { status: isRefusal ? 400 : 503, body: { error: reason } }
  }
}

function itemOf(told: PromiseSettledResult<Reply>, inBase64: boolean) {
  if (told.status === 'fulfilled') return { result: encode(told.value, inBase64) }
  return { error: told.reason instanceof Error ? told.reason.message : String(told.reason) }
}

/** Texts are bytes; what Redis says of itself, like OK, stays as it is. */
function encode(reply: Reply, inBase64: boolean): unknown {
  if (Array.isArray(reply)) return reply.map((each) => encode(each, inBase64))
  return Buffer.isBuffer(reply) ? reply.toString(inBase64 ? 'base64' : 'utf8') : reply
}
