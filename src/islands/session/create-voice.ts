import type { Speed } from '../../voice/voice-engine.ts'
import type { SessionContext } from './session-context.ts'

/** What the candidate does with their voice, where there is one. */
export interface Voice {
  /** Ends the spoken answer now. */
  finishAnswer(): void
  mute(on: boolean): void
  setSpeed(speed: Speed): void
  /** False where a speed holds from the next conversation on. */
  canChangeSpeed: boolean
  /** With push-to-talk the microphone hears only between `talk(true)` and `talk(false)`. */
  setPushToTalk(on: boolean): void
  talk(on: boolean): void
  /** The microphone that was chosen; undefined for the browser's default. */
  device(): string | undefined
  listenWith(deviceId: string): void
  /** Loudness of the microphone now, 0-1. */
  level(): number
}

export function createVoice({ engine, store }: SessionContext): Voice {
  const { ears } = engine
  return {
    finishAnswer: () => ears?.finish(),
    mute: (on) => ears?.mute(on),
    canChangeSpeed: engine.canChangeSpeed ?? true,
    setSpeed(speed) {
      engine.setSpeed(speed)
      store.dispatch({ kind: 'speed-chosen', speed })
    },
    setPushToTalk(on) {
      ears?.mute(on)
      store.dispatch({ kind: 'push-to-talk-chosen', on })
    },
    talk(on) {
      if (!store.get().pushToTalk) return
      ears?.mute(!on)
      if (!on) ears?.finish()
    },
    device: () => ears?.device(),
    listenWith: (deviceId) => ears?.listenWith(deviceId),
    level: () => ears?.level() ?? 0,
  }
}
