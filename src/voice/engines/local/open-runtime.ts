import * as ort from 'onnxruntime-web/wasm'
import { assets } from './assets.ts'
import { loadAsset } from './load-asset.ts'

/** The runtime of both models, ready to open one from bytes. One thread: more need a page that is cut off from others. */
export async function openRuntime(onBytes: (count: number) => void): Promise<typeof ort> {
  ort.env.logLevel = 'error'
  ort.env.wasm.numThreads = 1
  ort.env.wasm.wasmBinary = await loadAsset(assets.runtime.url, onBytes)
  return ort
}
