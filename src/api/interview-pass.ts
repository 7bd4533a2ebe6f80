import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same-secret.ts'

/** How long a pass is good for: a call of an hour at most, begun within 15 minutes, with room to spare. */
const GOOD_FOR_MS = 2 * 60 * 60 * 1000

/** Keeps these signatures apart from all others that are made with the server's secret. */
const LABEL = 'offhook interview pass 1'

/** What a pass proves: which call speaks for which interview. */
export interface InterviewPass {
  sessionId: string
  callId: string
}

/** Makes and reads the passes that a call carries in a header. */
export interface InterviewPasses {
  /** A pass good for two hours from `nowMs`: letters, digits and . _ - only, some 110 of them. */
  issue(pass: InterviewPass, nowMs: number): string
  /** What a pass proves; undefined when there is none, its signature is wrong or its time is over. */
  read(text: string | undefined, nowMs: number): InterviewPass | undefined
}

/** Passes signed with HMAC-SHA256 under a key derived from the server's secret. Times are ms since 1970. */
export function createInterviewPasses(secret: string): InterviewPasses {
  const key = createHmac('sha256', secret).update(LABEL).digest()
  const sign = (claims: string) => createHmac('sha256', key).update(claims).digest('base64url')
  return {
    issue({ sessionId, callId }, nowMs) {
      const claims = `${sessionId}.${callId}.${(nowMs + GOOD_FOR_MS).toString(36)}`
      return `${claims}.${sign(claims)}`
    },
    read(text, nowMs) {
      const [sessionId, callId, expiry, signature, ...rest] = text?.split('.') ?? []
      if (!sessionId || !callId || !expiry || !signature || rest.length > 0) return undefined
      const isSigned = isSameSecret(signature, sign(`${sessionId}.${callId}.${expiry}`))
      return isSigned && nowMs < Number.parseInt(expiry, 36) ? { sessionId, callId } : undefined
    },
  }
}
