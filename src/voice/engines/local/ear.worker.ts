import { log } from '@ricky0123/vad-web/dist/logging'
import { Silero } from '@ricky0123/vad-web/dist/models/silero'
import { assets } from './assets.ts'
import { loadAsset } from './load-asset.ts'
import { openRuntime } from './open-runtime.ts'
import { answerCalls } from './worker-calls.ts'

/** `load` first; a frame is answered with its probability of speech, 0-1. */
export type EarQuestion = 'load' | Float32Array

// The package tells every load to the console.
log.debug = () => undefined

let detector: Awaited<ReturnType<typeof Silero.new>> | undefined

answerCalls<EarQuestion, number>(async (question, onBytes) => {
  if (question === 'load') {
    const runtime = await openRuntime(onBytes)
    const model = await loadAsset(assets.silero.url, onBytes)
    detector = await Silero.new(runtime, async () => model)
    return 0
  }
  if (!detector) throw new Error('the detector is not loaded')
  return (await detector.process(question)).isSpeech
})
