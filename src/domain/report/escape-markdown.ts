/** Keeps mail addresses from becoming links: renderers look for them after escapes are resolved. */
const WORD_JOINER = '\u2060'

/**
 * Text as it was said, safe inside a line of Markdown: nothing in it becomes markup, a link, HTML or a new
 * block. Every ASCII punctuation mark is escaped, line breaks become spaces, control characters go.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`)
    .replaceAll('\\@', `\\@${WORD_JOINER}`)
    .trim()
}
