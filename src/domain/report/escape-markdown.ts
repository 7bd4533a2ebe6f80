/** Keeps mail addresses from becoming links: renderers look for them after escapes are resolved. */
const WORD_JOINER = '\u2060'

/**
 * Text as it was said, safe in a paragraph or list item of Markdown: nothing in it becomes markup, a link, HTML
 * or a new block. Line breaks become spaces and control characters go; ordinary punctuation stays readable.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[\\`*_[\]{}<>&|~#^$]/g, (mark) => `\\${mark}`)
    .replace(/:(?=\S)/g, '\\:')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '\\.')
    .replace(/^([-+=])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replaceAll('@', `\\@${WORD_JOINER}`)
}
