import { splitWords } from './split-words.ts'

function wordsOf(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => splitWords(line).map((word) => word.folded)))
}

/** The commonest words of English, folded. */
export const COMMON_IN_ENGLISH = wordsOf(
  'the and of to in with for you we is are our your will on that this as or an be have from at who not it',
)

/** The commonest words of other languages, folded. */
export const COMMON_ELSEWHERE = wordsOf(
  'und der die das mit für wir sie ein eine einen den dem zu bei ist oder auf von im du',
  'deine ihre auch sich nicht',
  'le la les des et une du est nous vous pour dans avec sur au aux qui que votre nos notre ou par sont',
  'el los las y una con para del se que nuestro nuestra tu su es como por al o em os',
  'uma você nossa não são da dos',
  'il di che per gli della sono è het een van en voor je wij met zijn dat och att som för vi med är av',
  'og til det i w z na do się jest oraz dla',
)
