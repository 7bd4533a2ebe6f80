import { putInTerms } from '../speech/put-in-terms.ts'
import type { Finder, FindInput, Match } from './finder.ts'
import type { Said } from './said.ts'
import { sureTerms } from './said.ts'

/**
 * Finds points in words that a recogniser wrote down, each match at its place in the text as it was heard. They are
 * read as heard; with the terms that are taken as said put in; and, where words are doubtful, once more without those.
 * Every match of every reading is given, those of the text as heard first: a doubtful word can help and never hurt.
 */
export function findInSaid(finder: Finder, said: Said, input: Omit<FindInput, 'text'>): Match[] {
  const terms = sureTerms(said)
  const readings = [
    putInTerms(said.text, []),
    ...(terms.length > 0 ? [putInTerms(said.text, terms)] : []),
    ...(said.unsure.length > 0 ? [putInTerms(blankUnsure(said), terms)] : []),
  ]
  return readings.flatMap(({ text, back }) =>
    finder.find({ ...input, text }).map((match) => ({ ...match, ...back(match) })),
  )
}

/** The text with the unsure words blanked out, every other character at its place. */
function blankUnsure({ text, unsure }: Said): string {
  return unsure.reduce((rest, [from, to]) => {
    const end = Math.min(to, text.length)
    return from < end ? rest.slice(0, from) + ' '.repeat(end - from) + rest.slice(end) : rest
  }, text)
}
