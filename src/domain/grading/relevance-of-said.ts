import { putInTerms } from '../speech/put-in-terms.ts'
import type { Finder, RelevanceInput } from './finder.ts'
import type { Said } from './said.ts'
import { sureTerms } from './said.ts'

/** 0-1: the relevance of words as they were heard, or with the terms that are taken as said, whichever is more. */
export function relevanceOfSaid(finder: Finder, said: Said, input: Omit<RelevanceInput, 'text'>): number {
  const terms = sureTerms(said)
  const texts = terms.length > 0 ? [said.text, putInTerms(said.text, terms).text] : [said.text]
  return Math.max(...texts.map((text) => finder.relevance({ ...input, text })))
}
