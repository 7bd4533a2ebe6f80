import type { LogLine } from './operator-log.ts'

/** Writes a line of the log to standard error, as JSON with the time in ISO 8601, UTC. */
export function writeLog(line: LogLine): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`)
}
