import { endOfTurn } from '../../domain/interview/end-of-turn.ts'
import type { ElevenLabsOptions } from '../../voice/engines/elevenlabs.ts'
import { createTypedEngine } from '../../voice/engines/typed.ts'
import type { LocalVoice, Microphone, MicrophoneOptions } from '../../voice/local-voice.ts'
import type { VoiceEngine } from '../../voice/voice-engine.ts'
import type { Manner } from './open-session.ts'

/** Silent reading of English prose: 238 words a minute on average (Brysbaert 2019), so 252 ms a word. */
const READING_WORD_MS = 252

/** The engine of an interview in writing. Lines appear at once where motion is to be reduced. */
export function createTypedSession(): VoiceEngine {
  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  return createTypedEngine({ wordMs: () => (calm.matches ? 0 : READING_WORD_MS), now: () => Date.now() })
}

/** In writing. */
export function typedManner(): Manner {
  return { kind: 'typed', createEngine: createTypedSession, record: false }
}

/** The voice on this device, fetched only now. @throws TypeError when it cannot be fetched. */
export async function fetchLocalVoice(): Promise<LocalVoice> {
  const { createLocalVoice } = await import('../../voice/engines/local.ts')
  return createLocalVoice()
}

/** What holds an interview through ElevenLabs, and a microphone to look at before. */
export interface FarVoice {
  /** @throws NoMicrophone when there is none or it may not be used. */
  openMicrophone(options: MicrophoneOptions): Promise<Microphone>
  createEngine(options: Pick<ElevenLabsOptions, 'getAccess' | 'deviceId'>): VoiceEngine
}

/** The client of ElevenLabs, fetched only now. @throws TypeError when it cannot be fetched. */
export async function fetchFarVoice(): Promise<FarVoice> {
  const [{ openMicrophone }, { createElevenLabsEngine }, { worklets }] = await Promise.all([
    import('../../voice/engines/local/open-microphone.ts'),
    import('../../voice/engines/elevenlabs.ts'),
    import('../../voice/engines/elevenlabs/worklets.ts'),
  ])
  const now = () => Date.now()
  return {
    openMicrophone,
    createEngine: (options) => createElevenLabsEngine({ ...options, worklets, now }),
  }
}

export interface VoiceChoices {
  deviceId: string | undefined
  /** The candidate agrees that their voice is kept with the report. */
  record: boolean
}

/** Speaks and listens on this device. */
export function localManner(voice: LocalVoice, { deviceId, record }: VoiceChoices): Manner {
  return {
    kind: 'local',
    createEngine: ({ section, onVoice }) =>
      voice.createEngine({ deviceId, onVoice, endOfTurn: (heard) => endOfTurn(section(), heard) }),
    record,
  }
}

/** Speaks and listens through ElevenLabs. */
export function farManner(voice: FarVoice, { deviceId, record }: VoiceChoices): Manner {
  return {
    kind: 'elevenlabs',
    createEngine: ({ getAccess }) => voice.createEngine({ deviceId, getAccess }),
    record,
  }
}
