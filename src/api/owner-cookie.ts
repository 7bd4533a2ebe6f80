import { createHmac, randomBytes } from 'node:crypto'
import { isSameSecret } from './is-same-secret.ts'
import { readCookie } from './read-cookie.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** Makes and reads the signed cookie that says whose sessions are whose. */
export interface OwnerCookie {
  /** The owner named by a request's Cookie header; undefined when there is none or its signature is wrong. */
  read(cookieHeader: string | null | undefined, isHttps: boolean): string | undefined
  /** A new owner id: 144 random bits. */
  newOwner(): string
  /** The Set-Cookie value for an owner. */
  write(ownerId: string, isHttps: boolean): string
  /** The Set-Cookie value that makes a browser forget its owner. */
  forget(isHttps: boolean): string
}

/** The cookie is `__Host-offhook` on https and `offhook` on plain loopback, signed with HMAC-SHA256. */
export function createOwnerCookie(secret: string): OwnerCookie {
  const sign = (ownerId: string) => createHmac('sha256', secret).update(ownerId).digest('base64url')
  return {
    read(cookieHeader, isHttps) {
      const value = readCookie(cookieHeader ?? '', nameOf(isHttps))
      const [ownerId, signature, ...rest] = value?.split('.') ?? []
      if (!ownerId || !signature || rest.length > 0) return undefined
      return isSameSecret(signature, sign(ownerId)) ? ownerId : undefined
    },
    newOwner: () => randomBytes(18).toString('base64url'),
    forget: (isHttps) =>
      `${nameOf(isHttps)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${isHttps ? '; Secure' : ''}`,
    write(ownerId, isHttps) {
      const value = `${nameOf(isHttps)}=${ownerId}.${sign(ownerId)}`
      const secure = isHttps ? '; Secure' : ''
      return `${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`
    },
  }
}

function nameOf(isHttps: boolean): string {
  return isHttps ? '__Host-offhook' : 'offhook'
}
