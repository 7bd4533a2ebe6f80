import type { WebSocket } from 'ws'
import type { CallOptions } from './call.ts'
import { checkInitiation } from './check-initiation.ts'
import { Initiation } from './client-message.ts'
import { createCall } from './create-call.ts'
import { createCallState } from './create-call-state.ts'
import { createTurns } from './create-turns.ts'
import { keepTime } from './keep-time.ts'
import { listenToClient } from './listen-to-client.ts'
import type { Wire } from './open-wire.ts'
import { openWire } from './open-wire.ts'
import { readJson } from './read-json.ts'

/** Holds a conversation on a socket that was just opened: the client speaks first, the metadata answers. */
export function openCall(socket: WebSocket, options: CallOptions): void {
  const { switches, agent } = options
  const wire = openWire(socket, agent.conversation_config.conversation.client_events)
  if (switches.droppedFirst) return wire.drop()
  if (switches.closedFirst) return wire.close(1008, 'The conversation was refused')
  if (switches.silentHandshake) return
  socket.once('message', (data) => {
    const take = greet(readJson(data), wire, options)
    if (take) socket.on('message', (more) => take(readJson(more)))
  })
}

/** @returns what takes the client's further messages; null when it was refused */
function greet(first: unknown, wire: Wire, options: CallOptions): ((message: unknown) => void) | null {
  const initiation = Initiation.safeParse(first).data
  if (!initiation) {
    wire.close(1008, 'Invalid message received')
    return null
  }
  const state = createCallState(initiation, wire, options)
  const { conversation_config_override: overrides } = initiation
  const refusal = checkInitiation(options.agent, { overrides, variables: state.variables })
  if (refusal) {
    wire.send({ type: 'error', error_event: { code: 1008, ...refusal } })
    wire.close(1008, refusal.message)
    return null
  }
  sendMetadata(wire, options)
  const turns = createTurns(state, wire.close)
  const call = createCall(state, turns, options)
  options.onStart(call)
  const take = listenToClient({ call, state, turns, transcribe: options.transcribe })
  keepTime(call, state, turns)
  turns.open()
  return take
}

function sendMetadata(wire: Wire, { agent, id, switches }: CallOptions): void {
  const { asr, tts } = agent.conversation_config
  if (switches.pingFirst) wire.send({ type: 'ping', ping_event: { event_id: 0 } })
  if (switches.queueStatusFirst) {
    wire.send({ type: 'queue_status', queue_status_event: { status: 'waiting' } })
    wire.send({ type: 'queue_status', queue_status_event: { status: 'admitted' } })
  }
  wire.send({
    type: 'conversation_initiation_metadata',
    conversation_initiation_metadata_event: {
      conversation_id: id,
      agent_output_audio_format: switches.badFormat ? 'opus_48000' : tts.agent_output_audio_format,
      user_input_audio_format: asr.user_input_audio_format,
    },
  })
}
