/** Where it is kept what a share is of. */
export function shareKey(shareId: string): string {
  return `shares/opened/${safe(shareId)}`
}

/** What the keys of a session's shares begin with. */
export function sharesOf(sessionId: string): string {
  return `shares/of/${safe(sessionId)}/`
}

/** Ids are base64url, which a name of a key may be made of; it may not begin with a dot, and they have none. */
function safe(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9_-]/g, '_')
}
