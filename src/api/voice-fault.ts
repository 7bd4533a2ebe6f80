import { VoiceAccessFailure } from '../voice/voice-access.ts'
import { Fault } from './failure.ts'

/** What a visitor is told when a speaking service gave no access; undefined for any other error. */
export function voiceFault(error: unknown): Fault | undefined {
  if (!(error instanceof VoiceAccessFailure)) return undefined
  return error.reason === 'refused'
    ? new Fault('voice-refused', 'ElevenLabs did not accept this server’s request.')
    : new Fault('voice-unreachable', 'ElevenLabs did not answer.')
}
