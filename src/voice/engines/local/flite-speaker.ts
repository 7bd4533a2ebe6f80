import type { Speed } from '../../voice-engine.ts'
import { createCaller } from './worker-calls.ts'
import type { MouthQuestion } from './mouth.worker.ts'
import type { Speaker } from './speaker.ts'

/** Sounds kept ready: the sentence being said, the next ones, and what may be asked to be repeated. */
const KEPT = 24

/**
 * The voice that comes with the site, for devices that have none of their own. Its sentences are made in a worker and
 * played at the speed asked for, pitch kept, changeable within a sentence.
 */
export async function createFliteSpeaker(onBytes: (count: number) => void): Promise<Speaker> {
  const worker = new Worker(new URL('./mouth.worker.ts', import.meta.url), { type: 'module' })
  const caller = createCaller<MouthQuestion, ArrayBuffer>(worker, onBytes)
  await caller.ask({ load: true })
  const sounds = new Map<string, Promise<string>>()
  const player = new Audio()
  let rate: Speed = 1

  const soundOf = (sentence: string): Promise<string> => {
    const known = sounds.get(sentence)
    if (known) return known
    const made = caller
      .ask({ sentence })
      .then((wav) => URL.createObjectURL(new Blob([wav], { type: 'audio/wav' })))
    sounds.set(sentence, made)
    const [oldest] = sounds.keys()
    if (sounds.size > KEPT && oldest !== undefined) {
      void sounds.get(oldest)?.then(
        (url) => URL.revokeObjectURL(url),
        () => undefined,
      )
      sounds.delete(oldest)
    }
    return made
  }
  return {
    prepare: (sentence) => void soundOf(sentence).catch(() => undefined),
    speak: (sentence) => play(player, soundOf(sentence), () => rate),
    setSpeed(speed) {
      rate = speed
      player.playbackRate = speed
    },
    stop() {
      player.pause()
      caller.stop()
    },
  }
}

function play(player: HTMLAudioElement, sound: Promise<string>, rate: () => Speed) {
  let stopped = false
  let held = false
  let end: () => void = () => undefined
  const done = new Promise<void>((resolve) => (end = resolve))
  const begin = async () => {
    const url = await sound
    if (stopped) return
    player.src = url
    player.playbackRate = rate()
    player.onended = end
    player.onerror = end
    if (!held) await player.play()
  }
  // A sentence that makes no sound stays on the screen, and the interview goes on.
  begin().catch(end)
  return {
    done,
    progress: () => (stopped || !player.duration ? 0 : player.currentTime / player.duration),
    pause() {
      held = true
      player.pause()
    },
    resume() {
      held = false
      if (!stopped && player.src !== '') player.play().catch(end)
    },
    stop() {
      stopped = true
      player.pause()
      end()
    },
  }
}
