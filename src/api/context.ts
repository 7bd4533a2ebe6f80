import type { Context } from 'hono'
import { clientAddress } from './client-address.ts'
import type { Dependencies } from './dependencies.ts'
import type { Visitor } from './limits.ts'

/** The owner a request names, if its cookie is ours. */
export function ownerOf(c: Context, { cookie }: Dependencies): string | undefined {
  return cookie.read(c.req.header('cookie'), isHttps(c))
}

/** The owner of a request, made and set as a cookie where there is none yet. */
export function ownerOrNew(c: Context, dependencies: Dependencies): string {
  const known = ownerOf(c, dependencies)
  if (known) return known
  const ownerId = dependencies.cookie.newOwner()
  c.header('set-cookie', dependencies.cookie.write(ownerId, isHttps(c)))
  return ownerId
}

/** What a server hands over with a request. */
export interface Connection {
  /** The other end of the connection; null when nobody knows it. */
  peer: string | null
}

/** Whom a request counts against. */
export function visitorOf(c: Context, dependencies: Dependencies): Visitor {
  const { peer = null } = (c.env ?? {}) as Partial<Connection>
  const address = clientAddress(c.req.raw.headers, peer, dependencies.clientAddressHeader)
  return { owner: ownerOf(c, dependencies), address }
}

/** Makes the browser of a request forget its owner. */
export function forgetOwner(c: Context, { cookie }: Dependencies): void {
  c.header('set-cookie', cookie.forget(isHttps(c)))
}

function isHttps(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:'
}
