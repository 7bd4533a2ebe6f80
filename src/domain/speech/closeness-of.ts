import { editDistance } from './edit-distance.ts'
import type { Sound } from './sound-of.ts'

/**
 * 0-1: how alike two runs of words sound. The mean of two similarities, each one less the Levenshtein distance over the
 * greater length: of the letters, which keep the vowels, and of the Double Metaphone codes, which forgive them.
 * 0 where it is less than `least`; unlike words are told apart by their lengths and sets of letters, at next to no cost.
 */
export function closenessOf(one: Sound, other: Sound, least: number): number {
  const letters = Math.max(one.letters.length, other.letters.length, 1)
  const codes = Math.max(one.code.length, other.code.length, 1)
  const lengths = Math.abs(one.letters.length - other.letters.length) / letters
  if (1 - lengths / 2 < least) return 0
  const codesApart = leastApart(one.codeBits, other.codeBits, one.code.length - other.code.length) / codes
  if (1 - (lengths + codesApart) / 2 < least) return 0
  const lettersApart = leastApart(one.letterBits, other.letterBits, 0) / letters
  if (1 - (Math.max(lengths, lettersApart) + codesApart) / 2 < least) return 0
  const code = 1 - editDistance(one.code, other.code) / codes
  if ((code + 1 - Math.max(lengths, lettersApart)) / 2 < least) return 0
  const closeness = (code + 1 - editDistance(one.letters, other.letters) / letters) / 2
  return closeness < least ? 0 : closeness
}

/** No edit distance is less than this: a letter that only one of the texts has must go or change. */
function leastApart(bits: number, others: number, longer: number): number {
  return Math.max(countBits(bits & ~others), countBits(others & ~bits), Math.abs(longer))
}

/** How many bits are set (Warren, Hacker's Delight, 5-1). */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
