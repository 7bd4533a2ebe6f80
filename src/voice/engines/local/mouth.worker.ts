import { assets } from './assets.ts'
import { loadAsset } from './load-asset.ts'
import { synthesise } from './synthesise.ts'
import { answerCalls } from './worker-calls.ts'

/** A sentence is answered with its sound, a WAV file; nothing loads the voice without a sound. */
export type MouthQuestion = { load: true } | { sentence: string }

let flite: Promise<WebAssembly.Module> | undefined

answerCalls<MouthQuestion, ArrayBuffer>(async (question, onBytes) => {
  flite ??= loadAsset(assets.flite.url, onBytes).then((bytes) => WebAssembly.compile(bytes))
  const module = await flite
  return 'load' in question ? new ArrayBuffer(0) : (await synthesise(module, question.sentence)).buffer
})
