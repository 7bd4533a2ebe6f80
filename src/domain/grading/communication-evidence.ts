import type { Match } from './finder.ts'
import { splitSentences, type Sentence } from './split-sentences.ts'
import { splitTokens } from './split-tokens.ts'

/** How an answer is told. Fillers, repetitions, pace, accent and grammar are not among these. */
export type Trait = 'leads' | 'orders' | 'specific' | 'reasons' | 'scopes'

export const traits: Trait[] = ['leads', 'orders', 'specific', 'reasons', 'scopes']

/** What each trait is called in a report. */
export const traitTexts: Record<Trait, string> = {
  leads: 'Gives the answer first',
  orders: 'Announces an order',
  specific: 'Names numbers, identifiers or lines',
  reasons: 'Gives the reason',
  scopes: 'Says what is assumed, asked or not known',
}

/** What a report calls hand-waving. */
export const VAGUE_TEXT = 'Stays general where a detail was needed'

export interface Told {
  trait: Trait | 'vague'
  from: number
  to: number
}

/** Fewest words a turn needs before its structure says anything. */
export const WORDS_TOLD = 20

/** Words that begin with a conclusion. */
const conclusion =
  /\b(?:my (?:biggest|main|first) (?:worry|concern|risk)|the (?:biggest|main|first|worst|real) (?:problem|risk|issue|bug|thing|worry|concern)|short (?:version|answer)|bottom line|in one sentence|the (?:decision|answer|cause|reason) (?:was|is)|i'd (?:start|do|fix|use|go|put|keep|choose|change|say|split|take|make|build|want|have|treat|store|key)|i would (?:start|do|fix|use|go|put|keep|choose|change|split|take)|i (?:owned|chose|built|decided|led)|what tipped it)\b/i

const ordering =
  /\b(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|lastly|finally|(?<!\b(?:the|my|our|their|a|at|very|this|its) )(?:last|next)(?! (?:to|of|in|week|month|year|time|night|quarter)\b)|after that|two (?:reasons|things|parts)|three (?:reasons|things|parts)|one more thing|on the other hand|to sum up|in short|in that order|step one|step two)\b/gi

const reason =
  /\b(?:because|which means|that means|meaning that|the reason|otherwise|that's why|due to|so that|in order to|since (?:it|we|they|the|that|there)|or else|what tipped it|and that (?:ties|costs|means|keeps)|so (?:the|that|it|we|they|one|both|nobody|there|a))\b/i

const scoping =
  /\b(?:assum\w+|i'd ask|i would ask|do we know|is it safe to|suppose|let's say|i'm guessing|i'm simplifying|i don't know|i can't tell from|not sure whether|can i ask|how many|how often|if (?:that|it)'s (?:true|not)|i'd want to know|depends on (?:how|what|whether)|it won't (?:repair|fix|help)|doesn't cover|still open|i'd (?:switch|reconsider|change my mind)|trade-?off|the price is|what (?:that|it) costs)\b/i

const vague =
  /\b(?:best practices?|could be (?:better|improved|cleaner)|(?:make|makes|making) (?:it|this|that) (?:more )?(?:scalable|robust|better|faster|efficient|cleaner)|(?:more|very|highly|pretty) (?:scalable|robust|reliable|performant|high traffic)|needs? to be (?:fast|reliable|scalable|secure)|needed to be (?:fast|reliable|scalable|secure)|monitoring in place|improve the (?:performance|error handling|code|quality)|add (?:more |some )?(?:unit )?tests|get the coverage up|or something|a lot of (?:coordination|stuff|things)|it went really well|it was challenging|as needed|some kind of|looks pretty clean)\b/i

/** Words that carry a detail a listener could check: a number with a unit, an identifier, a line of the code. */
const detail =
  /\b(?:line [\w-]+|\w+ dot \w+|[a-z]+[A-Z]\w+|\w+\.\w+\(|p\s?\d\d|percent|milliseconds?|seconds?|minutes?|hours?|days|weeks|per second|a second|per minute|million|thousand|hundred|gigabytes?|euros|dollars|(?:four|five|two) hundred)\b/g

/**
 * How one relevant answer is told: where it leads with the answer, announces an order, is specific, gives
 * reasons and says what it assumes; and where it waves its hands, which counts only if nothing specific
 * stands in or beside that sentence. Each with its place in the text.
 *
 * @param matches points heard in the turn: an answer that opens with one leads with the answer
 */
export function communicationEvidence(text: string, matches: readonly Match[]): Told[] {
  const sentences = splitSentences(text)
  const told: Told[] = []
  const add = (trait: Told['trait'], sentence: Sentence | undefined) => {
    if (sentence) told.push({ trait, from: sentence.from, to: sentence.to })
  }
  const opening = sentences.slice(0, 2)
  const opened = matches.some(({ from }) => from < (opening.at(-1)?.to ?? 0))
  add(
    'leads',
    opening.find((sentence) => conclusion.test(sentence.text)) ?? (opened ? opening[0] : undefined),
  )
  const markers = sentences.filter((sentence) => sentence.text.search(ordering) >= 0)
  const kinds = new Set([...text.matchAll(ordering)].map(([marker]) => marker.toLowerCase()))
  if (kinds.size >= 2) add('orders', markers[0])
  add('specific', sentences.find((sentence) => countDetails(sentence.text) >= 2) ?? twoDetailed(sentences))
  add(
    'reasons',
    sentences.find((sentence) => reason.test(sentence.text)),
  )
  add(
    'scopes',
    sentences.find((sentence) => scoping.test(sentence.text)),
  )
  for (const [index, sentence] of sentences.entries()) {
    const near = [sentences[index - 1], sentence, sentences[index + 1]]
    const found = matches.some(
      ({ degree, from, to }) => degree === 'full' && from < sentence.to && sentence.from < to,
    )
    if (!vague.test(sentence.text) || found) continue
    if (near.every((other) => !other || countDetails(other.text) === 0)) add('vague', sentence)
  }
  return told
}

/** How many words a text has. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word.length > 0).length
}

function twoDetailed(sentences: readonly Sentence[]): Sentence | undefined {
  const detailed = sentences.filter((sentence) => countDetails(sentence.text) > 0)
  return detailed.length >= 2 ? detailed[0] : undefined
}

function countDetails(text: string): number {
  const named = [...text.matchAll(detail)].length
  const numbers = splitTokens(text).filter(({ number }) => number).length
  return named + numbers
}
