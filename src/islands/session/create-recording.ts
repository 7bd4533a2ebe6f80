import { createRecorder } from '../../voice/create-recorder.ts'
import type { Recorder } from '../../voice/create-recorder.ts'
import type { VoiceTap } from '../../voice/local-voice.ts'
import { backOff } from './back-off.ts'
import type { SessionStore } from './create-store.ts'
import { sinceStart, startOf } from './since-start.ts'

/** Length of what the tap hears at once, in ms. */
const FRAME_MS = 32

export interface Recording extends Pick<Recorder, 'finish'> {
  tap: VoiceTap
}

export interface RecordingOptions {
  sessionId: string
  store: SessionStore
  fetch: typeof fetch
  wait: (ms: number) => Promise<void>
}

/** Sends the candidate's voice to be kept with the report, from the opening on. */
export function createRecording({ sessionId, store, fetch, wait }: RecordingOptions): Recording {
  const recorder = createRecorder({
    async upload(startMs, bytes) {
      const path = `/api/sessions/${encodeURIComponent(sessionId)}/recording?startMs=${startMs}`
      const headers = { 'content-type': 'audio/basic' }
      const response = await fetch(path, { method: 'POST', headers, body: bytes })
      if (response.ok) return 'kept'
      if (response.status < 500) return 'refused'
      throw new Error(`the recording was answered ${response.status}`)
    },
    pause: (failed) => wait(backOff(failed)),
  })
  return {
    tap(samples, endedAt, speech) {
      const model = store.get()
      if (startOf(model.events) === undefined || !model.state?.recordingAgreed) return
      recorder.add({ samples, startMs: Math.max(0, sinceStart(model, endedAt) - FRAME_MS), speech })
    },
    finish: () => recorder.finish(),
  }
}
