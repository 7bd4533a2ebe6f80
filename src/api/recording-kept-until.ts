import type { SessionState } from '../domain/interview/state.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A recording is kept for so long after its session ended. */
const KEPT_MS = 30 * DAY_MS

/** When a recording is deleted, in ms since 1970: 30 days after the report was made, or without one after the last event. */
export function recordingKeptUntil({ report, createdAt, lastAt }: SessionState): number {
  return (report ? Date.parse(report.createdAt) : createdAt + lastAt) + KEPT_MS
}
