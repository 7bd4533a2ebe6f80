import type { LocalVoice, RecogniserSize } from '../local-voice.ts'
import { assets } from './local/assets.ts'
import { createLocalEngine } from './local/create-local-engine.ts'
import { createMouth } from './local/create-mouth.ts'
import type { EarQuestion } from './local/ear.worker.ts'
import { createFliteSpeaker } from './local/flite-speaker.ts'
import { forgetAssetsBut } from './local/load-asset.ts'
import { openMicrophone } from './local/open-microphone.ts'
import type { ScribeQuestion } from './local/scribe.worker.ts'
import type { Speaker } from './local/speaker.ts'
import { findSystemSpeaker } from './local/system-speaker.ts'
import type { Caller } from './local/worker-calls.ts'
import { createCaller } from './local/worker-calls.ts'

interface Loaded {
  size: RecogniserSize
  ear: Caller<EarQuestion, number>
  scribe: Caller<ScribeQuestion, string>
  speaker: Speaker
}

/** Ears and mouth on this device: nothing that is said leaves it but as words. */
export function createLocalVoice(): LocalVoice {
  let loading: Promise<Loaded> | undefined
  let loaded: Loaded | undefined
  const ready = (): Loaded => {
    if (!loaded) throw new Error('the voice is not loaded')
    return loaded
  }
  return {
    openMicrophone,
    async load(size, onProgress) {
      const before = loading
      loading = before
        ? before.then((parts) => (parts.size === size ? parts : replaceScribe(parts, size, onProgress)))
        : loadAll(size, onProgress)
      loaded = await loading
      await forgetAssetsBut(urlsOf(size))
    },
    say: (text) => createMouth(ready().speaker, () => undefined).say(text),
    createEngine({ deviceId, endOfTurn, onVoice }) {
      const { ear, scribe, speaker } = ready()
      return createLocalEngine({
        detect: (frame) => ear.ask(frame),
        transcribe: (audio) => scribe.ask(audio),
        createMouth: (onProgress) => createMouth(speaker, onProgress),
        openMicrophone,
        deviceId,
        endOfTurn,
        onVoice,
        now: () => Date.now(),
      })
    },
  }
}

async function loadAll(size: RecogniserSize, onProgress: (share: number) => void): Promise<Loaded> {
  const system = await findSystemSpeaker()
  const { runtime, silero, flite } = assets
  const models = [runtime, silero, runtime, assets[size].encoder, assets[size].decoder]
  const count = progressOf(system ? models : [...models, flite], onProgress)
  const ear = startEar(count)
  await ear.ask('load')
  const scribe = startScribe(count)
  await scribe.ask(size)
  return { size, ear, scribe, speaker: system ?? (await createFliteSpeaker(count)) }
}

async function replaceScribe(
  loaded: Loaded,
  size: RecogniserSize,
  onProgress: (share: number) => void,
): Promise<Loaded> {
  const { encoder, decoder } = assets[size]
  const scribe = startScribe(progressOf([assets.runtime, encoder, decoder], onProgress))
  await scribe.ask(size)
  loaded.scribe.stop()
  return { ...loaded, size, scribe }
}

function startEar(onBytes: (count: number) => void): Caller<EarQuestion, number> {
  return createCaller(
    new Worker(new URL('./local/ear.worker.ts', import.meta.url), { type: 'module' }),
    onBytes,
  )
}

function startScribe(onBytes: (count: number) => void): Caller<ScribeQuestion, string> {
  return createCaller(
    new Worker(new URL('./local/scribe.worker.ts', import.meta.url), { type: 'module' }),
    onBytes,
  )
}

/** Counts bytes and tells their share of what all these files hold, never more than all. */
function progressOf(files: readonly { bytes: number }[], onProgress: (share: number) => void) {
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0)
  let have = 0
  return (bytes: number) => {
    have += bytes
    onProgress(Math.min(1, have / total))
  }
}

function urlsOf(size: RecogniserSize): string[] {
  const { runtime, silero, flite } = assets
  return [runtime, silero, flite, assets[size].encoder, assets[size].decoder].map(({ url }) => url)
}
