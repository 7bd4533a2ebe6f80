import type { TrackId } from '../catalog/vocabulary.ts'
import type { JdVocabulary } from './jd-profile.ts'
import type { JdSide } from './role-words.ts'
import { LEANING_WORDS } from './leaning-words.ts'
import { ROLE_WORDS } from './role-words.ts'
import { TECHNOLOGIES, WORDS_THAT_ALSO_NAME_TOOLS } from './tool-names.ts'
import type { PhraseTree } from './phrase-tree.ts'
import { createPhraseTree } from './phrase-tree.ts'
import { splitPhrases } from './split-phrases.ts'
import { splitWords } from './split-words.ts'

export type CompetencySense = { id: string; packs: readonly TrackId[]; trackWeight: number }
export type SideSense = { side: JdSide; weight: number }
export type TechnologySense = { name: string; sort: keyof typeof TECHNOLOGIES }

/** A vocabulary made ready: one tree of phrases for each thing that is looked for. */
export type CompiledVocabulary = {
  competencies: PhraseTree<CompetencySense>
  roles: PhraseTree<SideSense>
  leanings: PhraseTree<SideSense>
  technologies: PhraseTree<TechnologySense>
  /** Folded words that occur in any phrase. */
  known: ReadonlySet<string>
  /** Tracks to choose from, in the content's order. */
  tracks: readonly TrackId[]
  baseline: TrackId
  /** Folded words that are plain English unless written as a name. */
  ambiguous: ReadonlySet<string>
}

const compiled = new WeakMap<JdVocabulary['competencies'], CompiledVocabulary>()

/**
 * Prepares a vocabulary for reading; the work is done once per list of competencies.
 * @throws Error when no pack is the baseline
 */
export function compileVocabulary(vocabulary: JdVocabulary): CompiledVocabulary {
  const earlier = compiled.get(vocabulary.competencies)
  if (earlier !== undefined) return earlier
  const baseline = vocabulary.packs.find((pack) => pack.baseline)
  if (!baseline) throw new Error('no pack is the baseline')
  const known = new Set<string>()
  const made: CompiledVocabulary = {
    competencies: createPhraseTree(known),
    roles: createPhraseTree(known),
    leanings: createPhraseTree(known),
    technologies: createPhraseTree(known),
    known,
    tracks: vocabulary.packs.map(({ id }) => id),
    baseline: baseline.id,
    ambiguous: new Set(WORDS_THAT_ALSO_NAME_TOOLS.flatMap((word) => splitWords(word).map((w) => w.folded))),
  }
  for (const name of TECHNOLOGIES.language) made.technologies.add(name, { name, sort: 'language' })
  for (const name of TECHNOLOGIES.framework) made.technologies.add(name, { name, sort: 'framework' })
  for (const name of TECHNOLOGIES.store) made.technologies.add(name, { name, sort: 'store' })
  for (const name of TECHNOLOGIES.platform) made.technologies.add(name, { name, sort: 'platform' })
  for (const { id, name, aliases, packs, trackWeight } of vocabulary.competencies) {
    const words = splitWords(name)
    const isTechnology = made.technologies.find(words)[0]?.to === words.length
    for (const alias of isTechnology ? [name, ...aliases] : aliases)
      made.competencies.add(alias, { id, packs, trackWeight })
  }
  for (const { id, roles, leanings } of vocabulary.packs) {
    for (const { weight, phrases } of roles) {
      for (const phrase of splitPhrases(phrases)) made.roles.add(phrase, { side: id, weight })
    }
    for (const { weight, phrases } of leanings) {
      for (const phrase of splitPhrases(phrases)) made.leanings.add(phrase, { side: id, weight })
    }
  }
  for (const { side, weight, phrases } of ROLE_WORDS) {
    for (const phrase of phrases) made.roles.add(phrase, { side, weight })
  }
  for (const { side, weight, phrases } of LEANING_WORDS) {
    for (const phrase of phrases) made.leanings.add(phrase, { side, weight })
  }
  compiled.set(vocabulary.competencies, made)
  return made
}
