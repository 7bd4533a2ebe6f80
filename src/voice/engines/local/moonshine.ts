import llamaTokenizer from 'llama-tokenizer-js'
import type { InferenceSession, Tensor } from 'onnxruntime-web/wasm'

/** Samples a second that the recogniser takes. */
export const SAMPLE_RATE = 16_000

/** The recogniser's two sizes: decoder layers, attention heads and the width of each (Moonshine's model card). */
export const shapes = {
  tiny: { layers: 6, heads: 8, width: 36 },
  base: { layers: 8, heads: 8, width: 52 },
} as const
export type ModelSize = keyof typeof shapes

/** Tokens of speech a second at most; the model's authors cap at 6.5 so that noise cannot loop. */
const TOKENS_A_SECOND = 6.5

const START = 1
const END = 2

/** Shortest audio, in samples, that the encoder's convolutions take. */
const SHORTEST = 1_600

export interface MoonshineParts {
  size: ModelSize
  encoder: InferenceSession
  decoder: InferenceSession
  /** The runtime's own class, so that this file runs in a page, a worker and Node alike. */
  Tensor: typeof Tensor
}

/**
 * The words in 16 kHz mono audio, greedily decoded with cached attention; empty for silence and noise. Long audio is
 * best cut at pauses: time grows a little more than linearly.
 */
export async function transcribe(parts: MoonshineParts, audio: Float32Array): Promise<string> {
  if (audio.length < SHORTEST) return ''
  const { encoder, decoder, Tensor: NewTensor } = parts
  const input = new NewTensor('float32', audio, [1, audio.length])
  const { last_hidden_state: heard } = await encoder.run({ input_values: input })
  if (!heard) throw new Error('the encoder gave no hidden state')
  let cache = emptyCache(parts)
  const tokens: number[] = [START]
  const most = Math.ceil((audio.length / SAMPLE_RATE) * TOKENS_A_SECOND)
  while (tokens.length <= most) {
    const isFirst = tokens.length === 1
    const output = await decoder.run({
      input_ids: new NewTensor('int64', [BigInt(tokens.at(-1) ?? START)], [1, 1]),
      encoder_hidden_states: heard,
      use_cache_branch: new NewTensor('bool', [!isFirst]),
      ...cache,
    })
    const next = likeliest(output.logits)
    if (next === END) break
    tokens.push(next)
    cache = advance(cache, output, isFirst)
  }
  return llamaTokenizer.decode(tokens.slice(1), false, false).trim()
}

function emptyCache({ size, Tensor: NewTensor }: MoonshineParts): Record<string, Tensor> {
  const { layers, heads, width } = shapes[size]
  const names = Array.from({ length: layers }, (_, layer) =>
    ['decoder', 'encoder'].flatMap((side) =>
      ['key', 'value'].map((part) => `past_key_values.${layer}.${side}.${part}`),
    ),
  ).flat()
  return Object.fromEntries(
    names.map((name) => [name, new NewTensor('float32', new Float32Array(0), [0, heads, 1, width])]),
  )
}

/** What the next step attends to. The encoder's part is made in the first step and stands from then on. */
function advance(
  cache: Record<string, Tensor>,
  output: InferenceSession.OnnxValueMapType,
  isFirst: boolean,
): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(cache).map(([name, before]) => {
      const present = output[name.replace('past_key_values', 'present')]
      return [name, present && (isFirst || name.includes('.decoder.')) ? present : before]
    }),
  )
}

function likeliest(logits: Tensor | undefined): number {
  if (!(logits?.data instanceof Float32Array)) throw new Error('the decoder gave no logits')
  let best = 0
  for (let index = 1; index < logits.data.length; index += 1) {
    if ((logits.data[index] ?? 0) > (logits.data[best] ?? 0)) best = index
  }
  return best
}
