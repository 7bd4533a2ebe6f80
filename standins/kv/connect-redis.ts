import { createClient, RESP_TYPES } from '@redis/client'
import { z } from 'zod'

/** What Redis answers: texts as bytes. */
export type Reply = string | number | null | Buffer | Reply[]

const Reply: z.ZodType<Reply> = z.lazy(() =>
  z.union([z.string(), z.number(), z.null(), z.instanceof(Buffer), z.array(Reply)]),
)

export interface RedisConnection {
  /** @throws Error with what Redis says against it, or when it cannot be reached now */
  send(command: string[]): Promise<Reply>
  /** All of them in one transaction. */
  transact(commands: string[][]): Promise<Reply[]>
  /** Resolves once it is connected; it connects again by itself. */
  ready(): Promise<void>
  close(): void
}

/** A connection to the Redis at a port of 127.0.0.1. What cannot be sent now fails now. */
export async function connectRedis(port: number): Promise<RedisConnection> {
  const socket = { host: '127.0.0.1', port, reconnectStrategy: 20 }
  const client = createClient({ socket, disableOfflineQueue: true })
  client.on('error', () => undefined)
  await client.connect()
  const bytes = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer })
  return {
    async send(command) {
      return Reply.parse(await bytes.sendCommand(command))
    },
    async transact(commands) {
      const transaction = bytes.multi()
      for (const command of commands) transaction.addCommand(command)
      return z.array(Reply).parse(await transaction.exec())
    },
    async ready() {
      if (!client.isReady) await new Promise<void>((resolve) => client.once('ready', () => resolve()))
    },
    close() {
      client.destroy()
    },
  }
}
