const CHUNK = /\/(\d{8})$/

/** Where everything that was recorded is kept. */
export const recordingsPrefix = 'recordings/'

/** Where everything that was recorded of a session is kept. */
export function recordingPrefix(sessionId: string): string {
  return `${recordingsPrefix}${sessionId}/`
}

/** Where a piece of voice is kept that begins `startMs` after `started`: at most eight digits, so that keys are in order. */
export function chunkKey(sessionId: string, startMs: number): string {
  return recordingPrefix(sessionId) + String(startMs).padStart(8, '0')
}

/** When the piece of voice under a key begins, in ms since `started`; undefined for the key of anything else. */
export function chunkStart(key: string): number | undefined {
  const digits = CHUNK.exec(key)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

/** Where the voice service's recording of a conversation is kept. */
export function callKey(sessionId: string, conversationId: string): string {
  return `${recordingPrefix(sessionId)}call-${conversationId}.mp3`
}

/** Where the calls are noted whose end is waited for; of one conversation, when it is named. */
export function awaitedPrefix(conversationId?: string): string {
  return conversationId === undefined ? 'calls/' : `calls/${conversationId}/`
}

/** Where it is noted that a session waits for the end of a conversation. */
export function awaitedKey(conversationId: string, sessionId: string): string {
  return awaitedPrefix(conversationId) + sessionId
}

/** Where a browser hears the voice service's recording of a conversation. */
export function callHref(sessionId: string, conversationId: string): string {
  return `/api/sessions/${sessionId}/recording?call=${conversationId}`
}
