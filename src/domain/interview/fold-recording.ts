import { reportRecording } from '../report/report-recording.ts'
import type { SessionEvent } from './event.ts'
import type { Call, Patch, SessionState, StoredRecording } from './state.ts'

type RecordingEvent = Extract<
  SessionEvent,
  { kind: 'recording-agreed' | 'recording-stored' | 'call-started' | 'call-ended' }
>

/** What may be kept of the candidate's voice, where it is, and the calls it was heard in. */
export function foldRecording(state: SessionState, event: RecordingEvent): Patch {
  switch (event.kind) {
    case 'recording-agreed':
      return event.on ? { recordingAgreed: true } : takenBack(state)
    case 'recording-stored': {
      const { href, offsetMs, lengthMs } = event
      const stored = { href, offsetMs, ...(lengthMs === undefined ? {} : { lengthMs }) }
      return withRecordings(state, [...state.recordings.filter((other) => other.href !== href), stored])
    }
    case 'call-started':
      return withCall(state, event.conversationId, {
        startedAt: event.at,
        agreed: state.recordingAgreed,
      })
    case 'call-ended': {
      const { durationMs, hasAudio } = event
      return withCall(state, event.conversationId, { ended: { durationMs, hasAudio } })
    }
  }
}

function takenBack(state: SessionState): Patch {
  const calls = state.calls.map((call) => ({ ...call, agreed: false }))
  return { recordingAgreed: false, calls, ...withRecordings(state, []) }
}

/** A report that was made before a recording came, or was taken back, tells of it all the same. */
function withRecordings({ report }: SessionState, recordings: StoredRecording[]): Patch {
  if (!report) return { recordings }
  const told = { ...report }
  delete told.recording
  return { recordings, report: { ...told, ...reportRecording(recordings) } }
}

function withCall(state: SessionState, conversationId: string, news: Partial<Call>): Patch {
  const known = state.calls.find((call) => call.conversationId === conversationId)
  const call: Call = {
    conversationId,
    agreed: false,
    ...news,
    ...known,
    ...(news.ended && { ended: news.ended }),
  }
  return { calls: [...state.calls.filter((other) => other !== known), call] }
}
