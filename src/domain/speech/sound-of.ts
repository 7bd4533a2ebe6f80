import { doubleMetaphone } from 'double-metaphone'

/** How a word or a run of words sounds, as far as its spelling tells. */
export interface Sound {
  /** Its letters in lower case, without blanks, digits and marks. */
  letters: string
  /** Which letters occur: a bit each. */
  letterBits: number
  /** Its consonants as Double Metaphone writes them (Philips 2000), the commoner pronunciation. */
  code: string
  codeBits: number
}

const FIRST_LETTER = 'a'.charCodeAt(0)

/** The sound of words said in one breath: where one word ends and the next begins is not heard. */
export function soundOf(text: string): Sound {
  const letters = text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const [code] = doubleMetaphone(letters)
  return { letters, letterBits: bitsOf(letters), code, codeBits: bitsOf(code.toLowerCase()) }
}

function bitsOf(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at += 1) bits |= 1 << ((text.charCodeAt(at) - FIRST_LETTER) & 31)
  return bits
}
