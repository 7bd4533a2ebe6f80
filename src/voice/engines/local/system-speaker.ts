import type { Speaker, Utterance } from './speaker.ts'

/** How long a browser may take to tell its voices, in ms: some tell them late, some have none. */
const PATIENCE_MS = 1_000

/**
 * A voice of the device itself, which never sends what it says anywhere; undefined where there is none for English.
 * A change of speed counts from the next sentence.
 */
export async function findSystemSpeaker(): Promise<Speaker | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined
  const voice = await findVoice()
  if (!voice) return undefined
  let rate = 1
  return {
    prepare: () => undefined,
    speak: (sentence) => speak(voice, sentence, rate),
    setSpeed: (speed) => void (rate = speed),
    stop: () => speechSynthesis.cancel(),
  }
}

async function findVoice(): Promise<SpeechSynthesisVoice | undefined> {
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise<void>((resolve) => {
      speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true })
      setTimeout(resolve, PATIENCE_MS)
    })
  }
  const local = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && /^en\b/i.test(lang.replace('_', '-')))
  return local.find((voice) => voice.default) ?? local.find(({ lang }) => /US/i.test(lang)) ?? local[0]
}

function speak(voice: SpeechSynthesisVoice, sentence: string, rate: number): Utterance {
  const utterance = new SpeechSynthesisUtterance(sentence)
  Object.assign(utterance, { voice, lang: voice.lang, rate })
  let said = 0
  utterance.addEventListener('boundary', ({ charIndex }) => (said = charIndex / sentence.length))
  const done = new Promise<void>((resolve) => {
    utterance.addEventListener('end', () => resolve())
    utterance.addEventListener('error', () => resolve())
  })
  speechSynthesis.speak(utterance)
  return {
    done,
    progress: () => said,
    pause: () => speechSynthesis.pause(),
    resume: () => speechSynthesis.resume(),
    stop: () => speechSynthesis.cancel(),
  }
}
