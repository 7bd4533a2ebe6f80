import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same-secret.ts'
import { readCookie } from './read-cookie.ts'

/** How long a browser stays with the operator, in seconds: half a day. */
const STAY_SECONDS = 12 * 60 * 60
const NAME = 'offhook-operator'

/** Lets the operator in: by the token in a header, or by a cookie that the token was given for. */
export interface OperatorDoor {
  /** Whether an `Authorization: Bearer` header holds the token. */
  knows(authorization: string | null | undefined): boolean
  /** The Set-Cookie value for somebody who typed the token; undefined for another text. */
  open(typed: string, nowMs: number, isHttps: boolean): string | undefined
  /** Whether a Cookie header holds an entry that is not over. Another token makes all entries worthless. */
  isOpen(cookieHeader: string | null, nowMs: number): boolean
}

/** @param secret signs entries; the token is in what is signed */
export function createOperatorDoor(secret: string, token: string): OperatorDoor {
  const sign = (until: string) =>
    createHmac('sha256', secret).update(`operator ${until} ${token}`).digest('base64url')
  return {
    knows: (authorization) => isSameSecret(authorization ?? '', `Bearer ${token}`),
    open(typed, nowMs, isHttps) {
      if (!isSameSecret(typed, token)) return undefined
      const until = `${nowMs + STAY_SECONDS * 1000}`
      const secure = isHttps ? '; Secure' : ''
      return `${NAME}=${until}.${sign(until)}; Path=/operator; Max-Age=${STAY_SECONDS}; HttpOnly; SameSite=Strict${secure}`
    },
    isOpen(cookieHeader, nowMs) {
      const [until = '', signature = ''] = readCookie(cookieHeader ?? '', NAME)?.split('.') ?? []
      return isSameSecret(signature, sign(until)) && nowMs < Number(until)
    },
  }
}
