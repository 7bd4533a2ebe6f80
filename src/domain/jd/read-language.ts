import type { JdProfile } from './jd-profile.ts'
import type { Word } from './split-words.ts'
import { splitWords } from './split-words.ts'

/** The commonest words of a language, folded. */
function wordsOf(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => splitWords(line).map((word) => word.folded)))
}

const ENGLISH = wordsOf(
  'the and of to in with for you we is are our your will on that this as or an be have from at who not it',
)
const OTHER = wordsOf(
  'und der die das mit für wir sie ein eine einen den dem zu bei ist oder auf von im du',
  'deine ihre auch sich nicht',
  'le la les des et une du est nous vous pour dans avec sur au aux qui que votre nos notre ou par sont',
  'el los las y una con para del se que nuestro nuestra tu su es como por al o em os',
  'uma você nossa não são da dos',
  'il di che per gli della sono è het een van en voor je wij met zijn dat och att som för vi med är av',
  'og til det i w z na do się jest oraz dla',
)
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
    if (ENGLISH.has(folded)) english += 1
    else if (OTHER.has(folded)) other += 1
  }
  if (foreign > letters * MAX_OTHER_SCRIPT) return 'other'
  return other > english ? 'other' : 'en'
}
