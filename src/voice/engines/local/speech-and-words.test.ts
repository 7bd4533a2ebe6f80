import { readFileSync } from 'node:fs'
import * as ort from 'onnxruntime-web'
import { beforeAll, describe, expect, test } from 'vitest'
import { shapes, transcribe } from './moonshine.ts'
import type { MoonshineParts } from './moonshine.ts'
import { spellOut } from './spell-out.ts'
import { synthesise } from './synthesise.ts'

/** The very files that the page loads; `npm run bank` puts them there. */
const weights = (name: string) => new Uint8Array(readFileSync(`.build/voice/${name}`))

/** Samples of a 16-bit mono WAV file. */
function samplesOf(wav: Uint8Array<ArrayBuffer>): Float32Array {
  return Float32Array.from(new Int16Array(wav.buffer, 44), (sample) => sample / 32_768)
}

let flite: WebAssembly.Module
let tiny: MoonshineParts

beforeAll(async () => {
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
  flite = await WebAssembly.compile(weights('flite.wasm'))
  const [encoder, decoder] = await Promise.all(
    ['tiny-encoder.onnx', 'tiny-decoder.onnx'].map((name) => ort.InferenceSession.create(weights(name))),
  )
  if (!encoder || !decoder) throw new Error('no model')
  tiny = { size: 'tiny', encoder, decoder, Tensor: ort.Tensor }
}, 60_000)

describe('what one part says the other hears', () => {
  test.each([
    [
      'Where are the biggest risks or bugs, and what would you change first?',
      ['biggest risks', 'change first'],
    ],
    ['How would you test the fix?', ['test the fix']],
    ['Two deliveries of the same order can both be paid.', ['two deliveries', 'same order', 'be paid']],
  ])('%s', async (line, parts) => {
    const heard = (await transcribe(tiny, samplesOf(await synthesise(flite, spellOut(line))))).toLowerCase()
    for (const part of parts) expect(heard).toContain(part)
  })

  test('silence and noise hold no words', async () => {
    expect(await transcribe(tiny, new Float32Array(32_000))).toBe('')
    expect(await transcribe(tiny, new Float32Array(800))).toBe('')
  })

  test('another program than flite is refused with the reason', async () => {
    const empty = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))
    await expect(synthesise(empty, 'Hello')).rejects.toThrow('this is not a program of WASI')
  })

  test('both sizes are known', () => {
    expect(Object.keys(shapes)).toEqual(['tiny', 'base'])
  })
})
