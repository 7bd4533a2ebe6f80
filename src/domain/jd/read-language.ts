import { COMMON_ELSEWHERE, COMMON_IN_ENGLISH } from './common-words.ts'
import type { JdProfile } from './jd-profile.ts'
import type { Word } from './split-words.ts'

/** More of the letters than this in another script: not English, however many product names stand between. */
const MAX_OTHER_SCRIPT = 0.2
const STARTS_LATIN = /^[\p{Script=Latin}\p{N}.]/u

/** Whether a text is English, by its commonest words and its script; a bare list of tools counts as such. */
export function readLanguage(words: readonly Word[]): JdProfile['language'] {
  let letters = 0
  let foreign = 0
  let english = 0
  let other = 0
  for (const { folded, start, end } of words) {
    letters += end - start
    if (!STARTS_LATIN.test(folded)) foreign += end - start
    if (COMMON_IN_ENGLISH.has(folded)) english += 1
    else if (COMMON_ELSEWHERE.has(folded)) other += 1
  }
  if (foreign > letters * MAX_OTHER_SCRIPT) return 'other'
  return other > english ? 'other' : 'en'
}
