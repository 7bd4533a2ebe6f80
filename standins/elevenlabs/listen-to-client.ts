import type { Call, Transcribe } from './call.ts'
import type { CallState } from './call-state.ts'
import type { TypedMessage } from './client-message.ts'
import { ClientMessage } from './client-message.ts'
import type { Turns } from './create-turns.ts'
import { detectSpeech } from './detect-speech.ts'

interface Listening {
  call: Call
  state: CallState
  turns: Turns
  transcribe: Transcribe | null
}

/** @returns what takes each message of the client, in the order in which they come */
export function listenToClient(listening: Listening): (message: unknown) => void {
  const { call, state, transcribe } = listening
  const rate = Number(state.agent.conversation_config.asr.user_input_audio_format.split('_')[1])
  const speech = detectSpeech(rate, {
    onStart: () => transcribe && call.startsToHear(),
    onEnd: (samples) => void recognise(samples),
  })
  const recognise = async (samples: Int16Array) => {
    const text = await transcribe?.(samples, rate)
    if (text) await call.hears(text)
  }
  return (raw) => {
    const message = ClientMessage.safeParse(raw).data
    if (!message) return state.wire.close(1008, 'Invalid message received')
    if ('user_audio_chunk' in message) {
      call.sound.frames += 1
      call.sound.loudness = speech.push(Buffer.from(message.user_audio_chunk, 'base64'))
    } else {
      call.received.push(message)
      take(listening, message)
    }
  }
}

function take(listening: Listening, message: TypedMessage): void {
  const { state, turns } = listening
  switch (message.type) {
    case 'user_message':
      if (message.text) void takeTyped(listening, message.text)
      return
    case 'user_activity':
      return turns.keepWaiting()
    case 'client_tool_result':
      return state.pendingTools.get(message.tool_call_id)?.(message)
    case 'contextual_update':
      if (state.switches.contextReachesModel) state.history.push({ role: 'system', content: message.text })
      return
    case 'pong':
    case 'feedback':
      return
  }
}

async function takeTyped({ state, turns }: Listening, text: string): Promise<void> {
  const { switches, wire } = state
  if (switches.userMessagesWait) await turns.lineOver()
  turns.interrupt()
  const event = { user_transcript: text, event_id: state.nextEventId() }
  if (switches.echoesUserMessages) wire.send({ type: 'user_transcript', user_transcription_event: event })
  await turns.take(text, 'text')
}
