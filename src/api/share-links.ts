import { createHmac } from 'node:crypto'
import { isSameSecret } from './is-same-secret.ts'

/** Makes and reads the last part of a link that shares a report. */
export interface ShareLinks {
  linkOf(shareId: string): string
  /** The share that a link names; undefined for one that was not made here. */
  shareIdOf(link: string): string | undefined
}

const LINK = /^([A-Za-z0-9_-]{24})\.([A-Za-z0-9_-]{32})$/

/**
 * A link is the id of the share, 144 random bits, and 192 bits of an HMAC-SHA256 over it: it can be shown again, and whoever
 * reads the store cannot open one.
 */
export function createShareLinks(secret: string): ShareLinks {
  const sign = (shareId: string) =>
    createHmac('sha256', secret).update(`share ${shareId}`).digest('base64url').slice(0, 32)
  return {
    linkOf: (shareId) => `${shareId}.${sign(shareId)}`,
    shareIdOf(link) {
      const [, shareId = '', signature = ''] = LINK.exec(link) ?? []
      return shareId !== '' && isSameSecret(signature, sign(shareId)) ? shareId : undefined
    },
  }
}
