import { z } from 'zod'
import { askedOf } from './asked-of.ts'
import { COMMON_ELSEWHERE, COMMON_IN_ENGLISH } from './common-words.ts'
import { compileVocabulary } from './compile-vocabulary.ts'
import { cutGround, MAX_GROUND } from './cut-ground.ts'
import { emphasisOf } from './emphasis-of.ts'
import type { JdReading } from './find-mentions.ts'
import { takeApart } from './find-mentions.ts'
import { PART_WEIGHTS } from './jd-part.ts'
import type { JdCompetency, JdProfile, JdVocabulary } from './jd-profile.ts'
import type { Span } from './split-clauses.ts'
import { splitWords } from './split-words.ts'

/** What a reader of a job description, such as a model, says it asks for, and the words that say so. */
export const ProposedCompetency = z.object({
  /** The id, the name or an alias of a competency of the vocabulary. */
  competency: z.string().max(200),
  /** Words of the job description. */
  quote: z.string().max(2000),
})
export type ProposedCompetency = z.infer<typeof ProposedCompetency>

/**
 * Adds to a profile what a reader proposes, each competency grounded in its quote, after those the profile
 * has, which stay as they are. Dropped and counted: a competency that the vocabulary has not; a quote that is
 * no verbatim, whole-worded span of one line of the profile's text, runs of white space aside, or has none but
 * the commonest words; one that stands among what is not asked for, benefits or legal text. A competency that
 * is there already is passed over.
 */
export function addCompetencies(
  profile: JdProfile,
  proposed: readonly ProposedCompetency[],
  vocabulary: JdVocabulary,
): { profile: JdProfile; dropped: number } {
  const reading = takeApart(profile.text, compileVocabulary(vocabulary))
  const competencies = new Map(profile.competencies.map((known) => [known.id, known]))
  let dropped = 0
  for (const { competency, quote } of proposed) {
    const id = idOf(competency, reading, vocabulary)
    const grounded = id === undefined ? undefined : groundIn(reading, id, quote)
    if (grounded === undefined) dropped += 1
    else if (!competencies.has(grounded.id)) competencies.set(grounded.id, grounded)
  }
  return { profile: { ...profile, competencies: [...competencies.values()] }, dropped }
}

function idOf(said: string, reading: JdReading, vocabulary: JdVocabulary): string | undefined {
  const name = said.trim().toLowerCase()
  const known = vocabulary.competencies.find(
    (entry) => entry.id === name || entry.name.toLowerCase() === name,
  )
  if (known !== undefined) return known.id
  const words = splitWords(said)
  const [hit] = reading.vocabulary.competencies.find(words)
  return hit?.from === 0 && hit.to === words.length ? hit.senses[0]?.id : undefined
}

function groundIn(reading: JdReading, id: string, quote: string): JdCompetency | undefined {
  const { text, segments, refusals, extras } = reading
  const span = findWords(text, quote.replace(/\s+/gu, ' ').trim())
  if (span === undefined || !saysSomething(text.slice(span.start, span.end))) return undefined
  const segment = segments.find(({ start, end }) => span.start < end && span.end > start)
  const covers = (around: Span): boolean => around.start <= span.start && span.end <= around.end
  if (segment === undefined || refusals.some(covers)) return undefined
  if (segment.part === 'benefits' || segment.part === 'legal') return undefined
  const extra = segment.part === 'bonus' || extras.some(covers)
  const start = Math.max(span.start, segment.start)
  const end = Math.min(span.end, segment.end, start + MAX_GROUND)
  return {
    id,
    ground: cutGround(text, segment, { start, end }),
    start,
    end,
    mentions: 1,
    asked: askedOf(segment.part, extra),
    emphasis: emphasisOf(extra ? PART_WEIGHTS.bonus : PART_WEIGHTS[segment.part]),
  }
}

/** Where words stand in a text without being parts of longer ones. */
function findWords(text: string, words: string): Span | undefined {
  if (words === '') return undefined
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length
    if (!isInsideWord(text, start) && !isInsideWord(text, end)) return { start, end }
  }
  return undefined
}

function isInsideWord(text: string, at: number): boolean {
  return at > 0 && /^[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1))
}

function saysSomething(quote: string): boolean {
  return splitWords(quote).some(
    ({ folded }) => folded.length > 1 && !COMMON_IN_ENGLISH.has(folded) && !COMMON_ELSEWHERE.has(folded),
  )
}
