import { chooseTrack } from './choose-track.ts'
import { cleanJd } from './clean-jd.ts'
import { compileVocabulary } from './compile-vocabulary.ts'
import type { CompetencySense } from './compile-vocabulary.ts'
import { cutGround } from './cut-ground.ts'
import type { JdReading, Mention } from './find-mentions.ts'
import { findAllRefusals, findMentions } from './find-mentions.ts'
import type { JdCompetency, JdProfile, JdVocabulary } from './jd-profile.ts'
import { readLanguage } from './read-language.ts'
import { readLevel } from './read-level.ts'
import { readSlots } from './read-slots.ts'
import { PART_WEIGHTS } from './jd-part.ts'
import { splitSegments } from './split-segments.ts'
import { splitWords } from './split-words.ts'

/**
 * Reads a pasted job description, HTML or plain, by the content's own vocabulary: what it asks for, each
 * finding with verbatim words of the cleaned text, how senior, and which track fits. Whatever the text says
 * to its reader is only data. Never throws; the same text and vocabulary give the same profile; the work
 * grows in step with the text.
 */
export function readJd(text: string, vocabulary: JdVocabulary): JdProfile {
  const cleaned = cleanJd(text)
  const compiled = compileVocabulary(vocabulary)
  const segments = splitSegments(cleaned)
  const reading: JdReading = {
    text: cleaned,
    words: splitWords(cleaned, compiled.known),
    segments,
    refusals: findAllRefusals(cleaned, segments),
    vocabulary: compiled,
  }
  const mentions = findMentions(reading, compiled.competencies)
  return {
    text: cleaned,
    language: readLanguage(reading.words),
    ...chooseTrack(reading, mentions),
    competencies: weighCompetencies(cleaned, mentions),
    level: readLevel(reading),
    slots: readSlots(reading),
  }
}

type Weighed = { id: string; best: Mention<CompetencySense>; mentions: number; weight: number }

function weighCompetencies(text: string, mentions: readonly Mention<CompetencySense>[]): JdCompetency[] {
  const weighed = new Map<string, Weighed>()
  for (const mention of mentions) {
    const weight = PART_WEIGHTS[mention.segment.part]
    for (const id of new Set(mention.senses.map((sense) => sense.id))) {
      const entry = weighed.get(id) ?? { id, best: mention, mentions: 0, weight: 0 }
      entry.mentions += 1
      entry.weight += weight
      if (groundWorth(mention) > groundWorth(entry.best)) entry.best = mention
      weighed.set(id, entry)
    }
  }
  return [...weighed.values()]
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || b.mentions - a.mentions || a.best.start - b.best.start)
    .map(({ id, best, mentions: count, weight }) => ({
      id,
      ground: cutGround(text, best.segment, best),
      start: best.start,
      end: best.end,
      mentions: count,
      emphasis: Math.round((1 - Math.exp(-weight / 2)) * 100) / 100,
    }))
}

/** A bullet grounds a competency better than the title, which only repeats its name. */
function groundWorth({ segment }: Mention<CompetencySense>): number {
  return segment.part === 'title' ? 0.7 : PART_WEIGHTS[segment.part]
}
