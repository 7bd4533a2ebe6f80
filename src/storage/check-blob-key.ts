const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,199}$/

/**
 * Makes sure that a key is one: names of letters, digits and `. _ -`, 200 characters at most, divided by slashes,
 * none beginning with a dot. So none can lead out of a folder.
 * @throws RangeError when it is none
 */
export function checkBlobKey(key: string): void {
  if (!key.split('/').every((name) => NAME.test(name))) throw new RangeError(`${key} is no key of a blob`)
}
