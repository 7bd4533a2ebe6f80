import { errorLine } from './error-line.ts'
import { writeLog } from './write-log.ts'

/** Tells the operator of something that went wrong while nobody was asking. */
export function logError(error: unknown): void {
  writeLog(errorLine(error))
}
