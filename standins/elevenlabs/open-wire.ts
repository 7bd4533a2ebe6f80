import type { WebSocket } from 'ws'
import type { ServerMessage } from './server-message.ts'

/** Sent whatever the agent's body enables. */
const ALWAYS = ['conversation_initiation_metadata', 'error', 'queue_status']

/** How a conversation ended, and by whom. A broken connection is 1006. */
export interface Ended {
  by: 'client' | 'server'
  code: number
}

/** The server's end of one conversation's socket. */
export interface Wire {
  /** Sends the message if the agent's body enables its type; false when it does not, or the line is gone. */
  send(message: ServerMessage): boolean
  close(code: number, reason: string): void
  /** Breaks the connection without a word. */
  drop(): void
  /** All that was sent, in order. */
  sent: ServerMessage[]
  ended: Promise<Ended>
}

/** @param enabled the `client_events` of the agent's body */
export function openWire(socket: WebSocket, enabled: string[]): Wire {
  const sent: ServerMessage[] = []
  let by: Ended['by'] = 'client'
  const ended = new Promise<Ended>((resolve) => socket.once('close', (code) => resolve({ by, code })))
  socket.on('error', () => undefined)
  return {
    sent,
    ended,
    send(message) {
      if (!ALWAYS.includes(message.type) && !enabled.includes(message.type)) return false
      if (socket.readyState !== socket.OPEN) return false
      sent.push(message)
      socket.send(JSON.stringify(message))
      return true
    },
    close(code, reason) {
      if (socket.readyState === socket.OPEN) by = 'server'
      socket.close(code, reason)
    },
    drop() {
      by = 'server'
      socket.terminate()
    },
  }
}
