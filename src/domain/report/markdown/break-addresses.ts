/** Draws nothing and is no place to break a line. */
const WORD_JOINER = '\u2060'

/**
 * Text in which no address is written out any more, though it reads the same: a word joiner stands before the `:` of
 * `https://`, after a `www` and after the `@` of a mail address. GitHub, unified and others look for addresses after
 * escapes are resolved, so that a backslash does not stop them. Other colons, dots and `@` stay as they are.
 */
export function breakAddresses(text: string): string {
  return text
    .replace(/(?<=[a-z\d+.-])(?=:\/\/)/gi, WORD_JOINER)
    .replace(/(?<![a-z\d])www(?=\.)/gi, `$&${WORD_JOINER}`)
    .replace(/(?<=[\w+.-])@(?=[\w-]*\.[\w-])/g, `@${WORD_JOINER}`)
}
