import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Synthetic voices of Debian's packages: two of flite, two accents of eSpeak, one of Festival. */
export const VOICES = ['flite-rms', 'flite-slt', 'espeak-us', 'espeak-gb', 'festival'] as const
export type TestVoice = (typeof VOICES)[number]

const commands: Record<TestVoice, (text: string, to: string) => string[]> = {
  'flite-rms': (text, to) => ['flite', '-voice', 'rms', '-t', text, '-o', to],
  'flite-slt': (text, to) => ['flite', '-voice', 'slt', '-t', text, '-o', to],
  'espeak-us': (text, to) => ['espeak-ng', '-v', 'en-us', '-s', '150', '-w', to, text],
  'espeak-gb': (text, to) => ['espeak-ng', '-v', 'en-gb', '-s', '150', '-w', to, text],
  festival: (_, to) => ['text2wave', '-o', to],
}

/**
 * A text as speech: the bytes of a WAV file in the voice's own rate.
 * @throws Error that names the program that is missing or failed.
 */
export function sayToWav(text: string, voice: TestVoice): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'offhook-speech-'))
  try {
    const to = join(folder, 'speech.wav')
    const [program = '', ...args] = commands[voice](text, to)
    const input = voice === 'festival' ? text : undefined
    const { status, error, stderr } = spawnSync(program, args, { input, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${program} could not speak: ${error?.message ?? stderr}`)
    return readFileSync(to)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
