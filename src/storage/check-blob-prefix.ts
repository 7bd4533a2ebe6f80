/** What a key may begin with: whole names, and the beginning of one or nothing. */
const PREFIX = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*(?:[A-Za-z0-9_-][A-Za-z0-9._-]*)?$/

/** @throws RangeError when no key of a blob can begin like this */
export function checkBlobPrefix(prefix: string): void {
  if (!PREFIX.test(prefix)) throw new RangeError(`no key of a blob begins with ${prefix}`)
}
