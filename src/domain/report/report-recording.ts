import type { StoredRecording } from '../interview/state.ts'
import type { Report } from './report.ts'

/** What a report says of the recordings of its interview: the one that began first, then the later ones. */
export function reportRecording(recordings: readonly StoredRecording[]): Pick<Report, 'recording'> {
  const [first, ...later] = recordings.toSorted((a, b) => b.offsetMs - a.offsetMs)
  if (!first) return {}
  return { recording: { ...first, ...(later.length > 0 ? { later } : {}) } }
}
