import { ModelFailure } from '../model/model.ts'
import { StorageFailure } from '../storage/storage-failure.ts'
import { VoiceAccessFailure } from '../voice/voice-access.ts'
import type { LogLine } from './operator-log.ts'

/** Errors whose messages are written by us, of names, numbers and addresses. Others can quote what somebody said. */
const OURS = [StorageFailure, VoiceAccessFailure, ModelFailure]
const FRAMES = 12

/** An unexpected error as a line of the log: where it happened, and what only when the words are our own. */
export function errorLine(error: unknown, requestId?: string): LogLine {
  const request = requestId === undefined ? {} : { requestId }
  if (!(error instanceof Error)) return { kind: 'error', ...request, name: typeof error, frames: [] }
  const message = OURS.some((kind) => error instanceof kind) ? { message: error.message } : {}
  return { kind: 'error', ...request, name: error.name, ...message, frames: framesOf(error) }
}

/** The places of the stack. The message stands before them and may look like one. */
function framesOf({ name, message, stack = '' }: Error): string[] {
  const head = `${name}: ${message}`
  if (!stack.startsWith(head)) return []
  return stack
    .slice(head.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, FRAMES)
}
