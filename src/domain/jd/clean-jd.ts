import { Parser } from 'htmlparser2'

const BLOCKS = new Set(
  `address article aside blockquote body br caption dd details div dl dt fieldset figure footer form
  h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody td
  tfoot th thead title tr ul`.split(/\s+/),
)
const DROPPED = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'object', 'select'])
const INLINE =
  `a abbr b big button center cite code del em font i iframe img input ins kbd label link mark meta
  noscript object picture s select small source span strike strong style script sub sup svg template
  textarea time tt u var video wbr`.split(/\s+/)

const TAG_NAMES = [...BLOCKS, ...INLINE].join('|')
/** A closing tag, an attribute, or a tag that needs neither: what a placeholder like `<ADDRESS>` lacks. */
const MARKUP = new RegExp(`</(?:${TAG_NAMES})>|<(?:${TAG_NAMES})\\s+[a-z-]+=|<(?:br|hr|p|li|div)[\\s/>]`, 'i')
const BLOCK_TAG = new RegExp(`</?(?:${[...BLOCKS].join('|')})(?=[\\s/>])`, 'i')
/** A `<` that opens no tag of HTML: "p99 < 10 ms", "<ORGANIZATION>". */
const LITERAL_LESS_THAN = new RegExp(`<(?!/?(?:${TAG_NAMES})[\\s/>]|!--)`, 'gi')
const ENTITY = /&#?[a-z0-9]{2,31};/i
const LITERAL_AMPERSAND = /&(?!#?[a-z0-9]{2,31};)/gi

/** Zero-width, bidirectional and variation controls, soft hyphen, tag block, private use, lone surrogates. */
const INVISIBLE = new RegExp(
  '[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E' +
    '\\u2060-\\u206F\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\u{E0000}-\\u{E0FFF}\\p{Co}\\p{Cs}]',
  'gu',
)
const CONTROL = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g
const LINE_END = /\r\n?|[\u000B\u000C\u0085\u2028\u2029]/g
const UNEVEN_SPACE = /[^\S ]\s*|\s{2,}/g
const LIST_MARK = /^(?:[-*+•‣▪●·–]|\d{1,2}[.)])\s/

/**
 * Reduces a pasted job description, HTML or plain, to plain text with one paragraph, heading or bullet per
 * line: tags, scripts and styles dropped, entities decoded, control and invisible characters removed,
 * runs of white space folded, lines that an editor had wrapped joined again.
 */
export function cleanJd(raw: string): string {
  const visible = dropInvisible(readMarkup(raw).replace(LINE_END, '\n'))
  const lines = visible.split('\n').map((line) => line.replace(UNEVEN_SPACE, ' ').trim())
  return joinWrapped(lines).join('\n').trim()
}

function dropInvisible(text: string): string {
  const printable = text.replace(CONTROL, '')
  return /[^\0-\x7E]/.test(printable) ? printable.replace(INVISIBLE, '').normalize('NFC') : printable
}

function readMarkup(raw: string): string {
  const isMarkup = MARKUP.test(raw)
  if (!isMarkup && !ENTITY.test(raw)) return raw
  const hasBlocks = isMarkup && BLOCK_TAG.test(raw)
  const escaped = isMarkup ? raw.replace(LITERAL_LESS_THAN, '&lt;') : raw.replaceAll('<', '&lt;')
  const parts: string[] = []
  let dropped = 0
  const parser = new Parser({
    onopentagname(name) {
      if (DROPPED.has(name)) dropped += 1
      else if (name === 'li') parts.push('\n- ')
      else if (BLOCKS.has(name)) parts.push('\n')
    },
    onclosetag(name) {
      if (DROPPED.has(name)) dropped = Math.max(0, dropped - 1)
      else if (BLOCKS.has(name)) parts.push('\n')
    },
    ontext(text) {
      if (dropped === 0) parts.push(hasBlocks ? text.replace(/\s+/gu, ' ') : text)
    },
  })
  parser.end(escaped.replace(LITERAL_AMPERSAND, '&amp;'))
  return parts.join('')
}

/** A long line that goes on in lower case was wrapped by an editor. Of several blank lines one is kept. */
function joinWrapped(lines: readonly string[]): string[] {
  const joined: string[] = []
  let before = ''
  for (const line of lines) {
    const isFull = before.length >= 60 && before.length <= 100 && /[\p{L}\p{N},]$/u.test(before)
    if (isFull && /^\p{Ll}/u.test(line) && !LIST_MARK.test(line)) joined[joined.length - 1] += ` ${line}`
    else if (line !== '' || before !== '') joined.push(line)
    before = line
  }
  return joined
}
