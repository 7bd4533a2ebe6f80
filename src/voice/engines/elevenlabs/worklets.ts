import audioConcatProcessor from '@elevenlabs/client/worklets/audioConcatProcessor.js?url'
import rawAudioProcessor from '@elevenlabs/client/worklets/rawAudioProcessor.js?url'
import type { Worklets } from './open-conversation.ts'
import resampler from './resampler-worklet.mjs?url'

/** Where this site keeps the client's worklets, from the client's own package, and its resampler. */
export const worklets: Worklets = { audioConcatProcessor, rawAudioProcessor, resampler }
