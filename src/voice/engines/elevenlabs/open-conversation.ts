import type { DisconnectionDetails } from '@elevenlabs/client'
import { SessionConnectionError, VoiceConversation } from '@elevenlabs/client'
import { setSetupStrategy } from '@elevenlabs/client/internal'
import type { Speed } from '../../voice-engine.ts'
import { LineFailure } from './line-failure.ts'
import type { SessionHooks } from './set-up-session.ts'
import { setUpSession } from './set-up-session.ts'
import { withinTime } from './within-time.ts'

/** Milliseconds in which the far side has to answer; the client itself waits for ever. */
const ANSWER_MS = 8_000

/** What the browser needs to hold one conversation. */
export interface LineAccess {
  /** Good for one conversation, to be started within 15 minutes. */
  signedUrl: string
  /** Handed to the far side, so that it can prove which interview it calls for. */
  dynamicVariables: Record<string, string>
}

/** Files of the client on our own origin, since the content policy lets no others in. */
export interface Worklets {
  rawAudioProcessor: string
  audioConcatProcessor: string
  /** Used where the browser cannot set the rate of its sound. */
  resampler: string
}

export interface Opening {
  access: LineAccess
  worklets: Worklets
  deviceId?: string | undefined
  speed: Speed
  hooks: Omit<SessionHooks, 'onSocket'>
  /** By name; each answers at once with a short sentence. */
  tools: Record<string, () => string>
  /** Any message of the far side, before the client acts on it. */
  onMessage: (message: unknown) => void
  onEnd: (details: DisconnectionDetails) => void
  /** Aborted when the conversation is not wanted any more. */
  signal: AbortSignal
  /** Milliseconds in which the far side has to answer; 8 s where nothing is given. */
  answerMs?: number
}

/**
 * Opens one conversation over a WebSocket.
 * @throws LineFailure when there is none within 8 s, or it is not wanted any more; then nothing of it is left open
 */
export async function openConversation(opening: Opening): Promise<VoiceConversation> {
  const { hooks, signal, answerMs = ANSWER_MS } = opening
  const sockets: WebSocket[] = []
  setSetupStrategy((options) =>
    setUpSession(options, { ...hooks, onSocket: (socket) => sockets.push(socket) }),
  )
  const starting = VoiceConversation.startSession(sessionOptions(opening))
  try {
    const failure = () => new LineFailure('no-answer')
    return await withinTime(starting, { ms: answerMs, signal, failure })
  } catch (error) {
    for (const socket of sockets) socket.close()
    void starting.then(
      (conversation) => conversation.endSession(),
      () => undefined,
    )
    throw asFailure(error)
  }
}

function sessionOptions({ access, worklets, deviceId, speed, tools, onMessage, onEnd }: Opening) {
  const { rawAudioProcessor, audioConcatProcessor, resampler } = worklets
  return {
    signedUrl: access.signedUrl,
    dynamicVariables: access.dynamicVariables,
    connectionType: 'websocket' as const,
    useWakeLock: false,
    workletPaths: { rawAudioProcessor, audioConcatProcessor },
    libsampleratePath: resampler,
    ...(deviceId && { inputDeviceId: deviceId }),
    ...(speed !== 1 && { overrides: { tts: { speed } } }),
    clientTools: tools,
    onIncomingEvent: onMessage,
    onDisconnect: onEnd,
  }
}

function asFailure(error: unknown): LineFailure {
  if (error instanceof LineFailure) return error
  return new LineFailure(error instanceof SessionConnectionError ? 'refused' : 'unusable', { cause: error })
}
