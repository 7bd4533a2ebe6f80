import { cleanJd } from './clean-jd.ts'

/** What is wrong with a pasted job description; codes are permanent. */
export type JdRefusal = {
  ok: false
  code: 'jd-empty' | 'jd-too-short' | 'jd-too-long' | 'jd-not-text'
  message: string
  hint: string
}

const MIN_CHARACTERS = 10
const MAX_BYTES = 50 * 1024
/** More control characters than this share of the text: a file, not a text. */
const MAX_CONTROL_SHARE = 0.02

/**
 * Whether a pasted text can be read as a job description: text, not binary, with 10 characters or more once
 * cleaned, and 50 KB of UTF-8 at most. On success `text` is what was pasted, unchanged.
 */
export function checkJd(text: string): { ok: true; text: string } | JdRefusal {
  if (text.trim() === '') {
    return refuse(
      'jd-empty',
      'There is no job description yet.',
      'Paste the text of the posting, then press Start.',
    )
  }
  if (text.length > MAX_BYTES || countUtf8Bytes(text) > MAX_BYTES) {
    return refuse(
      'jd-too-long',
      'This is longer than 50 KB.',
      'Paste one job description, not the whole page.',
    )
  }
  if (text.includes('\0') || countControls(text) > text.length * MAX_CONTROL_SHARE) {
    return refuse(
      'jd-not-text',
      'This is a file, not text.',
      'Open the document, select its text, and paste that instead.',
    )
  }
  const cleaned = cleanJd(text)
  if (cleaned === '') {
    return refuse(
      'jd-empty',
      'There are no words in this.',
      'Paste the text of the posting, then press Start.',
    )
  }
  if ([...cleaned].length < MIN_CHARACTERS) {
    return refuse(
      'jd-too-short',
      'This is too short to read anything from.',
      'Paste the posting, or at least its title and a line of what it asks for.',
    )
  }
  return { ok: true, text }
}

function refuse(code: JdRefusal['code'], message: string, hint: string): JdRefusal {
  return { ok: false, code, message, hint }
}

function countUtf8Bytes(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

function countControls(text: string): number {
  return text.match(/[\u0001-\u0008\u000E-\u001A\u001C-\u001F\u007F\uFFFD]/g)?.length ?? 0
}
