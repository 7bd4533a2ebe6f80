import runtime from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import baseDecoder from '../../../../.build/voice/base-decoder.onnx?url'
import baseEncoder from '../../../../.build/voice/base-encoder.onnx?url'
import flite from '../../../../.build/voice/flite.wasm?url'
import silero from '../../../../.build/voice/silero.onnx?url'
import tinyDecoder from '../../../../.build/voice/tiny-decoder.onnx?url'
import tinyEncoder from '../../../../.build/voice/tiny-encoder.onnx?url'

/**
 * The files of the voice: addresses on our own origin, under names that change with what is in them, and sizes, so that
 * progress can be told before they have come.
 */
export const assets = {
  runtime: { url: runtime, bytes: 14_239_897 },
  silero: { url: silero, bytes: 2_327_524 },
  flite: { url: flite, bytes: 21_530_456 },
  tiny: {
    encoder: { url: tinyEncoder, bytes: 7_937_661 },
    decoder: { url: tinyDecoder, bytes: 20_243_286 },
  },
  base: {
    encoder: { url: baseEncoder, bytes: 20_513_063 },
    decoder: { url: baseDecoder, bytes: 42_498_870 },
  },
} as const
