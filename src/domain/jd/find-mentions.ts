import type { CompiledVocabulary } from './compile-vocabulary.ts'
import type { Span } from './split-clauses.ts'
import { findExtras } from './find-extras.ts'
import { findRefusals } from './find-refusals.ts'
import { PART_WEIGHTS } from './jd-part.ts'
import type { PhraseHit, PhraseTree } from './phrase-tree.ts'
import type { Segment } from './split-segments.ts'
import { splitSegments } from './split-segments.ts'
import type { Word } from './split-words.ts'
import { splitWords } from './split-words.ts'

/** An occurrence of a phrase in a job description that counts: named as such, and asked for. */
export type Mention<Sense> = Span & {
  phrase: string
  senses: readonly Sense[]
  segment: Segment
  /** Said to be nice to have, by the sentence or by the heading above it. */
  extra: boolean
  /** What it counts by where it stands; a requirement is 1. */
  place: number
  /** Index of its first word, and of the word after its last. */
  from: number
  to: number
}

/** A job description taken apart, as all its readers see it. */
export type JdReading = {
  text: string
  words: readonly Word[]
  segments: readonly Segment[]
  /** What the text says is not asked for, in order. */
  refusals: readonly Span[]
  /** What it says would be nice to have, in order. */
  extras: readonly Span[]
  vocabulary: CompiledVocabulary
}

/** Takes a cleaned job description apart. */
export function takeApart(text: string, vocabulary: CompiledVocabulary): JdReading {
  const segments = splitSegments(text)
  const spansBy = (find: typeof findRefusals): Span[] =>
    segments
      .flatMap((segment) => find(text.slice(segment.start, segment.end), segment.start))
      .sort((a, b) => a.start - b.start || b.end - a.end)
  return {
    text,
    words: splitWords(text, vocabulary.known),
    segments,
    refusals: spansBy(findRefusals),
    extras: spansBy(findExtras),
    vocabulary,
  }
}

/** The mentions of a tree's phrases, in order, each with the segment it stands in. */
export function findMentions<Sense>(reading: JdReading, tree: PhraseTree<Sense>): Mention<Sense>[] {
  const mentions: Mention<Sense>[] = []
  let at = 0
  let refused = 0
  let extra = 0
  for (const hit of tree.find(reading.words)) {
    const first = reading.words[hit.from]
    const last = reading.words[hit.to - 1]
    if (first === undefined || last === undefined || !isNamed(reading, hit)) continue
    while ((reading.segments[at]?.end ?? Infinity) <= first.start) at += 1
    while ((reading.refusals[refused]?.end ?? Infinity) <= first.start) refused += 1
    while ((reading.extras[extra]?.end ?? Infinity) <= first.start) extra += 1
    const segment = reading.segments[at]
    const refusal = reading.refusals[refused]
    if (segment === undefined || (refusal !== undefined && refusal.start <= first.start)) continue
    const isExtra = segment.part === 'bonus' || (reading.extras[extra]?.start ?? Infinity) <= first.start
    const part = PART_WEIGHTS[segment.part]
    mentions.push({
      start: first.start,
      end: last.end,
      phrase: hit.phrase,
      senses: hit.senses,
      segment,
      extra: isExtra,
      place: isExtra ? Math.min(part, PART_WEIGHTS.bonus) : part,
      from: hit.from,
      to: hit.to,
    })
  }
  return mentions
}

/** Whether a word that is also plain English is written as a name: "Go", not "go"; or stands in a list. */
function isNamed({ text, words, vocabulary }: JdReading, hit: PhraseHit<unknown>): boolean {
  const word = words[hit.from]
  if (word === undefined || hit.to - hit.from > 1 || !vocabulary.ambiguous.has(word.folded)) return true
  const before = words[hit.from - 1]
  const after = words[hit.to]
  const written = text.slice(word.start, word.end)
  if (written !== written.toLowerCase()) {
    const opens = before === undefined || /[\n.!?:•*]|- $/.test(text.slice(before.end, word.start))
    const goesOn =
      after !== undefined && text.slice(word.end, after.start) === ' ' && isLowerCase(text, after)
    return !(opens && goesOn) || isListed(vocabulary, after)
  }
  const ends = after === undefined || /[\n.;)]/.test(text.slice(word.end, after.start))
  return written.length > 1 && isListed(vocabulary, before) && (ends || isListed(vocabulary, after))
}

function isLowerCase(text: string, word: Word): boolean {
  return /^\p{Ll}/u.test(text.slice(word.start, word.start + 2))
}

/** Whether a neighbour is itself the name of a tool. */
function isListed(vocabulary: CompiledVocabulary, neighbour: Word | undefined): boolean {
  if (neighbour === undefined) return false
  const { technologies, competencies, ambiguous } = vocabulary
  const alone = [neighbour]
  return (
    ambiguous.has(neighbour.folded) || technologies.find(alone).length + competencies.find(alone).length > 0
  )
}
