/** Where the client of Lemon Squeezy sends everything; it has no setting for it. */
const SERVICE = 'https://api.lemonsqueezy.com'

/** Brings what the client asks of the service to the stand-in at `url` instead, in this process. Gives back how to undo it. */
export function reachStandIn(url: string): () => void {
  const { fetch: before } = globalThis
  globalThis.fetch = (asked, init) =>
    typeof asked === 'string' && asked.startsWith(SERVICE)
      ? before(asked.replace(SERVICE, url), init)
      : before(asked, init)
  return () => {
    globalThis.fetch = before
  }
}
