import type { Options } from '@elevenlabs/client'
import type { VoiceSessionSetupResult } from '@elevenlabs/client/internal'
import { MediaDeviceInput, MediaDeviceOutput, WebSocketConnection } from '@elevenlabs/client/internal/unity'
import { z } from 'zod'

/** Android's sound needs that long to become that of a call: the client's own figure. */
const ANDROID_MS = 3_000

export interface SessionHooks {
  /** The socket, before anything is known of its fate. */
  onSocket(socket: WebSocket): void
  /** @param bytesPerMs of the far side's sound */
  onOutput(output: MediaDeviceOutput, bytesPerMs: number): void
  isMuted(): boolean
  /** Whether the sound that just arrived is to be played. */
  mayPlay(): boolean
  /** Resolves when what was said so far was heard. */
  heardOut(): Promise<void>
}

/**
 * Opens the socket, the microphone and the output of one conversation: in place of the client's own setup, which gives
 * no hold of the socket while it waits for the far side, nor of the output to silence it, and which loads a resampler
 * from another host where a browser cannot set the rate of its sound (Firefox, iOS).
 * @throws what the client throws; then nothing is left open
 */
export async function setUpSession(options: Options, hooks: SessionHooks): Promise<VoiceSessionSetupResult> {
  if (/android/i.test(navigator.userAgent)) await new Promise((resolve) => setTimeout(resolve, ANDROID_MS))
  const connection = await connect(options, hooks)
  try {
    const { input, output } = await openSound(connection, options)
    await input.setMuted(hooks.isMuted())
    const { sampleRate, format } = connection.outputFormat
    hooks.onOutput(output, (sampleRate * (format === 'pcm' ? 2 : 1)) / 1000)
    const detach = join({ connection, input, output }, hooks)
    return { connection, input, output, playbackEventTarget: output, detach }
  } catch (error) {
    connection.close()
    throw error
  }
}

/** The client makes its socket before it waits for anything: that is the moment to take hold of it. */
async function connect(options: Options, hooks: SessionHooks): Promise<WebSocketConnection> {
  const Native = globalThis.WebSocket
  globalThis.WebSocket = class extends Native {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      hooks.onSocket(this)
    }
  }
  try {
    const opening = WebSocketConnection.create(options)
    globalThis.WebSocket = Native
    return deferEnd(await opening, hooks.heardOut)
  } finally {
    globalThis.WebSocket = Native
  }
}

interface Parts {
  connection: WebSocketConnection
  input: MediaDeviceInput
  output: MediaDeviceOutput
}

async function openSound({ inputFormat, outputFormat }: WebSocketConnection, options: Options) {
  const { workletPaths, libsampleratePath } = options
  const paths = { ...(workletPaths && { workletPaths }), ...(libsampleratePath && { libsampleratePath }) }
  const device = options.inputDeviceId ? { inputDeviceId: options.inputDeviceId } : {}
  const opening = {
    input: MediaDeviceInput.create({ ...inputFormat, ...paths, ...device }),
    output: MediaDeviceOutput.create({ ...outputFormat, ...paths }),
  }
  try {
    return { input: await opening.input, output: await opening.output }
  } catch (error) {
    const opened = await Promise.allSettled([opening.input, opening.output])
    for (const part of opened) if (part.status === 'fulfilled') await part.value.close()
    throw error
  }
}

/** Sends the microphone's sound and plays the far side's. @returns what undoes it */
function join({ connection, input, output }: Parts, { mayPlay }: SessionHooks): () => Promise<void> {
  const send: Parameters<typeof input.addListener>[0] = ({ data: [pcm] }) => {
    connection.sendMessage({ user_audio_chunk: btoa(String.fromCharCode(...new Uint8Array(pcm.buffer))) })
  }
  const play: Parameters<typeof connection.addListener>[0] = ({ audio_base_64 }) => {
    if (mayPlay()) output.playAudio(Uint8Array.from(atob(audio_base_64), (char) => char.charCodeAt(0)).buffer)
  }
  input.addListener(send)
  connection.addListener(play)
  return () => {
    input.removeListener(send)
    connection.removeListener(play)
    return Promise.resolve()
  }
}

const ToolResponse = z.object({ tool_name: z.literal('end_call') })
const EndOfCall = z.union([
  z.object({ type: z.literal('agent_tool_response'), agent_tool_response: ToolResponse }),
  z.object({
    type: z.literal('agent_tool_response_full_payload'),
    agent_tool_response_full_payload: ToolResponse,
  }),
])

/** The client hangs up the moment it hears of the end, in the middle of the last sentence; so it hears of it later. */
function deferEnd(connection: WebSocketConnection, heardOut: () => Promise<void>): WebSocketConnection {
  const onMessage = connection.onMessage.bind(connection)
  connection.onMessage = (take) =>
    onMessage((event) => {
      if (EndOfCall.safeParse(event).success) void heardOut().then(() => take(event))
      else take(event)
    })
  const onDisconnect = connection.onDisconnect.bind(connection)
  connection.onDisconnect = (take) =>
    onDisconnect((details) => {
      if (details.reason === 'agent') void heardOut().then(() => take(details))
      else take(details)
    })
  return connection
}
