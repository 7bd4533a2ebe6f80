/** A word of a text, folded for comparison, with its place. */
export type Word = {
  folded: string
  start: number
  end: number
  /** Nothing but a space, hyphen, slash, dot or the like stands between the word before and this one. */
  joined: boolean
  /** A comma and a space do. */
  listed: boolean
}

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}]/u
const LETTER = /^\p{L}/u
const JOINTS = new Set(" -/._'’&+@")
const GLUE = /^(?:| [/&] ?|[/&] )$/
const SEAM = /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u

/**
 * Splits a text into words. Latin words end where another script begins; "C#", "C++" and ".NET" are words.
 * A word that `known` does not hold is split where a capital follows, as in "engineerYou" of a bad paste.
 */
export function splitWords(text: string, known?: ReadonlySet<string>): Word[] {
  const words: Word[] = []
  const seen = new Map<string, readonly Part[]>()
  let end = 0
  for (let at = 0; at < text.length;) {
    const after = endOfRun(text, at)
    if (after === at) {
      at += 1
      continue
    }
    const run = text.slice(at, after)
    let start = startOfName(text, at, run)
    at = endOfName(text, at, run)
    const whole = text.slice(start, at)
    const parts = seen.get(whole) ?? splitWord(whole, known)
    seen.set(whole, parts)
    for (const { length, folded } of parts) {
      const joined = words.length > 0 && isJoint(text, end, start)
      const listed = words.length > 0 && start - end === 2 && text.startsWith(', ', end)
      end = start + length
      words.push({ folded, start, end, joined, listed })
      start = end
    }
  }
  return words
}

/** The end of the letters and digits of one script that begin here. */
function endOfRun(text: string, start: number): number {
  const script = scriptAt(text, start)
  let end = start
  while (script !== NONE && scriptAt(text, end) === script) end += text.charCodeAt(end) >> 10 === 0x36 ? 2 : 1
  return end
}

const NONE = 0
const LATIN_SCRIPT = 1
const OTHER_SCRIPT = 2

function scriptAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x80) {
    const letter = code | 0x20
    const isAlphanumeric = (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39)
    return isAlphanumeric ? LATIN_SCRIPT : NONE
  }
  const character = text.slice(at, at + 2)
  if (LATIN.test(character)) return LATIN_SCRIPT
  return LETTER.test(character) ? OTHER_SCRIPT : NONE
}

type Part = { length: number; folded: string }

function splitWord(word: string, known?: ReadonlySet<string>): Part[] {
  const folded = fold(word)
  const rest = word.slice(1)
  if (known === undefined || known.has(folded) || rest === rest.toLowerCase()) {
    return [{ length: word.length, folded }]
  }
  return word.split(SEAM).map((part) => ({ length: part.length, folded: fold(part) }))
}

function isJoint(text: string, from: number, to: number): boolean {
  return to - from === 1 ? JOINTS.has(text[from] ?? '') : to - from <= 3 && GLUE.test(text.slice(from, to))
}

/** The dot of ".NET" is part of the name; that of "ASP.NET" is not. */
function startOfName(text: string, start: number, word: string): number {
  const isNet = word.length === 3 && text[start - 1] === '.' && word.toLowerCase() === 'net'
  return isNet && !/[\p{L}\p{N}]/u.test(text[start - 2] ?? '') ? start - 1 : start
}

/** The marks of "C#", "F#" and "C++" are part of the name. */
function endOfName(text: string, start: number, word: string): number {
  const end = start + word.length
  if (word.length > 1) return end
  const letter = word.toLowerCase()
  if (text[end] === '#' && (letter === 'c' || letter === 'f')) return end + 1
  return letter === 'c' && text.startsWith('++', end) ? end + 2 : end
}

/** Lower case, compatibility forms unified, the plural's ending dropped: "Queries" and "query" are one. */
function fold(word: string): string {
  const lower = (NOT_ASCII.test(word) ? word.normalize('NFKC') : word).toLowerCase()
  if (lower.length <= 3) return lower
  const isPlural = lower.endsWith('s') && (lower === 'apis' || !KEEPS_S.has(lower.charAt(lower.length - 2)))
  const singular = isPlural ? lower.slice(0, -1) : lower
  if (singular.endsWith('y')) return `${singular.slice(0, -1)}i`
  return singular.length > 3 && singular.endsWith('e') ? singular.slice(0, -1) : singular
}

const NOT_ASCII = /[^\0-\x7F]/
/** "process", "status" and "redis" are no plurals. */
const KEEPS_S = new Set('sui')
