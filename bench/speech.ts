import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import * as ort from 'onnxruntime-web'
import { sayToWav, VOICES, type TestVoice } from '../e2e/speech/say-to-wav.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import { ladderItems } from '../src/bank/ladder/ladder-item.ts'
import type { Bank } from '../src/domain/catalog/bank.ts'
import { splitSentences } from '../src/domain/grading/split-sentences.ts'
import { splitTokens } from '../src/domain/grading/split-tokens.ts'
import type { Question } from '../src/domain/interview/question.ts'
import { findTerms } from '../src/domain/speech/find-terms.ts'
import { putInTerms } from '../src/domain/speech/put-in-terms.ts'
import { vocabularyOf } from '../src/domain/speech/vocabulary-of.ts'
import {
  SAMPLE_RATE,
  transcribe,
  type ModelSize,
  type MoonshineParts,
} from '../src/voice/engines/local/moonshine.ts'
import type { Figure } from './figure.ts'
import { median } from './figure.ts'
import { wordErrors } from './word-errors.ts'

/** Sentences of the bank's best answers that each voice speaks, evenly spread, of so many words. */
const SENTENCES = 10
const WORDS = { least: 8, most: 24 }

interface Spoken {
  question: Question
  said: string
  voice: TestVoice
}

interface Total {
  words: number
  errors: number
  terms: number
  found: number
  tookMs: number[]
}

/**
 * What the recogniser on the device makes of sentences of the bank's answers in the five test voices, with the terms of
 * their question put right: word errors, terms kept, and how long a stretch of speech takes once it is over.
 */
export async function measureSpeech(): Promise<Figure[]> {
  const bank = loadBank('.build/bank.json')
  const spoken = VOICES.flatMap((voice) => sentencesOf(bank).map((sentence) => ({ ...sentence, voice })))
  return (await Promise.all((['tiny', 'base'] as const).map(openModel))).reduce<Promise<Figure[]>>(
    async (before, model) => [
      ...(await before),
      ...figuresOf(model.size, await hearAll(model, spoken, bank)),
    ],
    Promise.resolve([]),
  )
}

async function openModel(size: ModelSize): Promise<MoonshineParts> {
  ort.env.wasm.numThreads = 1
  ort.env.logLevel = 'error'
  const [encoder, decoder] = await Promise.all(
    ['encoder', 'decoder'].map((part) =>
      ort.InferenceSession.create(new Uint8Array(readFileSync(`.build/voice/${size}-${part}.onnx`))),
    ),
  )
  if (!encoder || !decoder) throw new Error(`the ${size} model is not in .build/voice`)
  return { size, encoder, decoder, Tensor: ort.Tensor }
}

function sentencesOf(bank: Bank): Omit<Spoken, 'voice'>[] {
  const all = ladderItems(bank).flatMap(({ question, answers }) =>
    splitSentences(answers['4']).flatMap(({ from, to }) => {
      const said = answers['4'].slice(from, to).trim()
      const { length } = said.split(/\s+/)
      return length >= WORDS.least && length <= WORDS.most ? [{ question, said }] : []
    }),
  )
  const step = Math.floor(all.length / SENTENCES)
  return all.filter((_, index) => index % step === 0).slice(0, SENTENCES)
}

async function hearAll(model: MoonshineParts, spoken: readonly Spoken[], bank: Bank): Promise<Total> {
  const total: Total = { words: 0, errors: 0, terms: 0, found: 0, tookMs: [] }
  for (const { question, said, voice } of spoken) {
    const audio = toSamples(sayToWav(said, voice))
    const began = performance.now()
    const heard = await transcribe(model, audio)
    total.tookMs.push(performance.now() - began)
    const vocabulary = vocabularyOf(question, undefined, bank)
    const { text } = putInTerms(heard, findTerms(heard, vocabulary))
    const [wanted, got] = [stemsOf(said), stemsOf(text)]
    total.words += wanted.length
    total.errors += wordErrors(wanted, got)
    const own = new Set(vocabulary.terms.flatMap(({ stems }) => (stems.length === 1 ? stems : [])))
    const terms = wanted.filter((stem) => own.has(stem))
    total.terms += terms.length
    total.found += terms.filter((stem) => got.includes(stem)).length
  }
  return total
}

const stemsOf = (text: string) => splitTokens(text).map(({ stem }) => stem)

/** 16 kHz mono samples of a WAV file of any rate. */
function toSamples(wav: Buffer): Float32Array {
  const args = [
    '-t',
    'wav',
    '-',
    '-t',
    'raw',
    '-r',
    String(SAMPLE_RATE),
    '-c',
    '1',
    '-b',
    '16',
    '-e',
    'signed',
    '-',
  ]
  const { stdout, status, stderr } = spawnSync('sox', args, { input: wav, maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`sox could not read the speech: ${stderr.toString()}`)
  const pcm = new Int16Array(stdout.buffer, stdout.byteOffset, Math.floor(stdout.length / 2))
  return Float32Array.from(pcm, (sample) => sample / 32_768)
}

function figuresOf(size: ModelSize, { words, errors, terms, found, tookMs }: Total): Figure[] {
  const plain = { baseline: null, unit: '%' }
  const wrong = (errors / words) * 100
  const lost = (1 - found / terms) * 100
  return [
    {
      ...plain,
      id: `words-${size}`,
      what: `word errors, ${size} model`,
      value: wrong,
      ratio: wrong,
      goal: 10,
      aim: 6,
    },
    {
      ...plain,
      id: `terms-${size}`,
      what: `expected terms lost, ${size} model`,
      value: lost,
      ratio: lost,
      goal: 10,
      aim: 4,
    },
    {
      id: `heard-${size}`,
      what: `a sentence recognised once it is over, ${size} model`,
      value: median(tookMs) / 1_000,
      baseline: null,
      ratio: median(tookMs) / 1_000,
      goal: 1.5,
      aim: 0.9,
      unit: 's',
    },
  ]
}
