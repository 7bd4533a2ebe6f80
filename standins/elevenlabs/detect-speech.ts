/** Loudness (RMS, 0-1) from which sound counts as speech: the hum of a quiet room is ten times below. */
const LOUD = 0.02
/** Milliseconds of loud sound that make speech, and of quiet that end it. */
const STARTS_AFTER_MS = 120
const ENDS_AFTER_MS = 700

export interface SpeechDetector {
  /** PCM, 16 bit, little endian, mono. @returns its loudness, 0-1 */
  push(pcm: Buffer): number
}

interface Heard {
  onStart: () => void
  /** All samples from the first loud one to the end of the pause. */
  onEnd: (samples: Int16Array) => void
}

/** Tells speech from silence by loudness alone: enough for a smoke test, no model of turns. */
export function detectSpeech(rate: number, { onStart, onEnd }: Heard): SpeechDetector {
  let heard: Int16Array[] = []
  let loudMs = 0
  let quietMs = 0
  let speaking = false
  return {
    push(pcm) {
      const samples = new Int16Array(pcm.buffer.slice(pcm.byteOffset, pcm.byteOffset + (pcm.length & ~1)))
      const loudness = rms(samples)
      const lasts = (samples.length * 1000) / rate
      loudMs = loudness >= LOUD ? loudMs + lasts : 0
      quietMs = loudness >= LOUD ? 0 : quietMs + lasts
      if (loudMs > 0 || speaking) heard.push(samples)
      else heard = []
      if (!speaking && loudMs >= STARTS_AFTER_MS) {
        speaking = true
        onStart()
      } else if (speaking && quietMs >= ENDS_AFTER_MS) {
        speaking = false
        onEnd(Int16Array.from(heard.flatMap((part) => [...part])))
        heard = []
      }
      return loudness
    },
  }
}

function rms(samples: Int16Array): number {
  let sum = 0
  for (const sample of samples) sum += (sample / 32_768) ** 2
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length)
}
