import { askedOf } from './asked-of.ts'
import { chooseTrack } from './choose-track.ts'
import { cleanJd } from './clean-jd.ts'
import { compileVocabulary } from './compile-vocabulary.ts'
import type { CompetencySense } from './compile-vocabulary.ts'
import { cutGround } from './cut-ground.ts'
import { emphasisOf } from './emphasis-of.ts'
import type { Mention } from './find-mentions.ts'
import { findMentions, takeApart } from './find-mentions.ts'
import type { JdCompetency, JdProfile, JdVocabulary } from './jd-profile.ts'
import { readLanguage } from './read-language.ts'
import { readLevel } from './read-level.ts'
import { readSlots } from './read-slots.ts'

/**
 * Reads a pasted job description, HTML or plain, by the content's own vocabulary: what it asks for, each
 * finding with verbatim words of the cleaned text, how senior, and which track fits. Whatever the text says
 * to its reader is only data. Never throws; the same text and vocabulary give the same profile; the work
 * grows in step with the text.
 */
export function readJd(text: string, vocabulary: JdVocabulary): JdProfile {
  const cleaned = cleanJd(text)
  const compiled = compileVocabulary(vocabulary)
  const reading = takeApart(cleaned, compiled)
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

type Asked = NonNullable<JdCompetency['asked']>
type Weighed = {
  id: string
  best: Mention<CompetencySense>
  asked: Asked
  mentions: number
  weight: number
}

function weighCompetencies(text: string, mentions: readonly Mention<CompetencySense>[]): JdCompetency[] {
  const weighed = new Map<string, Weighed>()
  for (const mention of mentions) {
    if (mention.segment.part === 'benefits' || mention.segment.part === 'legal') continue
    const asked = askedOf(mention.segment.part, mention.extra)
    for (const id of new Set(mention.senses.map((sense) => sense.id))) {
      const entry = weighed.get(id) ?? { id, best: mention, asked, mentions: 0, weight: 0 }
      entry.mentions += 1
      entry.weight += mention.place
      if (ASKED.indexOf(asked) < ASKED.indexOf(entry.asked)) entry.asked = asked
      if (groundWorth(mention) > groundWorth(entry.best)) entry.best = mention
      weighed.set(id, entry)
    }
  }
  return [...weighed.values()]
    .toSorted((a, b) => b.weight - a.weight || b.mentions - a.mentions || a.best.start - b.best.start)
    .map(({ id, best, asked, mentions: count, weight }) => ({
      id,
      ground: cutGround(text, best.segment, best),
      start: best.start,
      end: best.end,
      mentions: count,
      asked,
      emphasis: emphasisOf(weight),
    }))
}

/** A bullet grounds a competency better than the title, which only repeats its name. */
function groundWorth({ segment, place }: Mention<CompetencySense>): number {
  return segment.part === 'title' ? 0.7 : place
}

/** From what counts most. */
const ASKED: readonly Asked[] = ['required', 'nice-to-have', 'mentioned']
