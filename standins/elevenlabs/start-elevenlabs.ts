import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { admit } from './admit.ts'
import type { Call } from './call.ts'
import { createRunning } from './create-running.ts'
import type { ElevenLabsOptions } from './options.ts'
import type { Delivered, Delivery } from './send-webhook.ts'
import type { Workspace } from './serve-api.ts'
import { serveApi } from './serve-api.ts'
import type { Switches } from './switches.ts'

/** The stand-in, running. */
export interface ElevenLabs {
  /** `http://127.0.0.1:port`, in place of the service's own. */
  url: string
  apiKey: string
  /** May be turned at any time. */
  switches: Switches
  delivery: Delivery
  /** Every conversation that got as far as its metadata. */
  calls: Call[]
  /** How many sockets were opened, with those refused. */
  sockets: () => number
  openSockets: () => number
  /** The next conversation to start, or one that started and was not asked for yet. */
  nextCall(): Promise<Call>
  /** Every webhook that was sent. */
  delivered: Delivered[]
  /** The bodies of the agents by id, as they stand. */
  agents: Workspace['agents']
  stop(): Promise<void>
}

/**
 * A stand-in of the ElevenLabs Agents service on 127.0.0.1, as `docs` and the client's source describe it: addresses
 * that are signed, conversations over a WebSocket, the custom model that it calls, and the webhooks that follow.
 * What is doubtful about the service is a switch. Nothing of it was recorded from the live service.
 * @throws ZodError when an agent's body lacks what a call needs
 */
export async function startElevenLabs(options: ElevenLabsOptions = {}): Promise<ElevenLabs> {
  const running = createRunning(options)
  const { space, switches, delivery, calls, delivered } = running
  const server = createServer((request, response) => void serveApi(space, request, response))
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: () => (switches.noSubprotocol ? false : 'convai'),
  })
  let opened = 0
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      opened += 1
      admit(running, request, webSocket)
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  running.port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${running.port}`,
    apiKey: space.apiKey,
    switches,
    delivery,
    calls,
    delivered,
    agents: space.agents,
    sockets: () => opened,
    openSockets: () => sockets.clients.size,
    async nextCall() {
      const call = running.untaken.shift()
      return call ?? new Promise((resolve) => running.waiting.push(resolve))
    },
    async stop() {
      running.stopped = true
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
