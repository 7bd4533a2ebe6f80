import type { DisconnectionDetails } from '@elevenlabs/client'
import type { LineFault } from '../../voice-engine.ts'
import { lineDelay } from './line-delay.ts'
import { LineFailure } from './line-failure.ts'

/** What can be ended. */
interface Conversation {
  endSession(): Promise<void>
}

export interface LineKeeping<C extends Conversation> {
  /** Opens a conversation. `onEnd` is called once, when it is over; before it was opened, never. */
  open(onEnd: (details: DisconnectionDetails) => void, signal: AbortSignal): Promise<C>
  /** A conversation is open. */
  onOpen(conversation: C): void
  /** There is none: it broke off, or an attempt failed. */
  onFault(fault: LineFault): void
  /** The far side has ended it as it should. */
  onHungUp(): void
  /** Resolves after so many ms, or earlier when the network is back. */
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export interface Line {
  /** The conversation has been of use: the next attempt after it comes at once. */
  proved(): void
  /** The network is gone: the conversation is, too, whatever the socket knows. */
  lost(): void
  stop(): void
}

/** Keeps a conversation open: where one breaks off, or cannot be opened, another follows until `stop`. */
export function keepLine<C extends Conversation>({
  open,
  onOpen,
  onFault,
  onHungUp,
  wait,
}: LineKeeping<C>): Line {
  const over = new AbortController()
  let failed = 0
  let conversation: C | null = null

  const holdOne = async (): Promise<'broken' | 'hung-up'> => {
    const ended = Promise.withResolvers<DisconnectionDetails>()
    conversation = await open(ended.resolve, over.signal)
    onOpen(conversation)
    const { reason } = await ended.promise
    conversation = null
    return reason === 'agent' ? 'hung-up' : 'broken'
  }
  const run = async () => {
    while (!over.signal.aborted) {
      let fault: LineFault = 'dropped'
      await wait(lineDelay(failed), over.signal)
      if (over.signal.aborted) return
      failed += 1
      try {
        if ((await holdOne()) === 'hung-up') return onHungUp()
      } catch (error) {
        fault = error instanceof LineFailure ? error.fault : 'unusable'
      }
      if (!over.signal.aborted) onFault(fault)
    }
  }
  void run()
  const end = () => void conversation?.endSession()
  return {
    proved: () => (failed = 0),
    lost: end,
    stop() {
      over.abort()
      end()
    },
  }
}
