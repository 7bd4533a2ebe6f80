import type { Meaning } from './candidate-turn.ts'
import { questionPhrases } from './question-phrases.ts'
import { requestPhrases } from './request-phrases.ts'
import { talkPhrases } from './talk-phrases.ts'

/**
 * How people put it, calm, hurried, shy or rude. What stands for a request is nothing else in any context. Written
 * without a look at what the director listens for; one that is misread is a finding and is never taken out.
 */
export const phrases: Record<
  Exclude<Meaning, 'answer' | 'thin' | 'fact' | 'lines' | 'silence'>,
  readonly string[]
> = { ...talkPhrases, ...requestPhrases, ...questionPhrases }

/** Last words, where the interview asks for a look back. */
export const lookBacks: readonly string[] = [
  'I would give the second code answer again, and begin with what hurts the customer.',
  'The design one. I jumped to a queue before I had asked how much traffic there is.',
  'Probably my first answer, since I never said how we measured it.',
  'No, nothing from my side.',
]
