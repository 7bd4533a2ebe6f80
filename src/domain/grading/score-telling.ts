import type { Evidence } from '../report/report.ts'
import {
  communicationEvidence,
  countWords,
  VAGUE_TEXT,
  traits,
  traitTexts,
  WORDS_TOLD,
  type Told,
} from './communication-evidence.ts'
import type { Match } from './finder.ts'
import type { GradedTurn } from './grade.ts'
import { isAnswer } from './is-answer.ts'
import { shareOfTelling, type ShownTurn, type Telling } from './share-of-telling.ts'
import { isUnsure, toEvidence } from './to-evidence.ts'

/** Most quotes shown for one trait. */
const SHOWN = 2

/**
 * How well relevant answers are told, from the traits of `communicationEvidence` and the shares of turns
 * that `rules.telling` asks for. Turns under 20 words are not judged; hand-waving among unsure words is not
 * counted, nor is anything that is said to the grader.
 *
 * @param clarifying turns that asked for a fact: asking is evidence of scoping, however short
 */
export function scoreTelling(
  turns: readonly { turn: GradedTurn; matches: readonly Match[] }[],
  clarifying: readonly GradedTurn[] = [],
): Telling {
  const judged = turns
    .filter(({ turn }) => countWords(turn.entry.text) >= WORDS_TOLD)
    .map(({ turn, matches }) => ({ turn, told: tell(turn, matches) }))
  if (judged.length === 0) return { share: 0, evidence: [], turns: [], asked: [] }
  const asked = clarifying.map((turn) => {
    return { turn, told: [{ trait: 'scopes' as const, from: 0, to: turn.entry.text.length }] }
  })
  const shown = judged.map(({ turn, told }): ShownTurn => {
    return { turnId: turn.entry.turnId, shows: [...new Set(told.map(({ trait }) => trait))] }
  })
  return {
    share: shareOfTelling(shown, asked.length),
    evidence: [...traits, 'vague' as const].flatMap((kind) => quotesOf([...judged, ...asked], kind)),
    turns: shown,
    asked: clarifying.map(({ entry }) => entry.turnId),
  }
}

function tell({ entry }: GradedTurn, matches: readonly Match[]): Told[] {
  return communicationEvidence(entry.text, matches).filter((told) => {
    return isAnswer(entry.text, told) && (told.trait !== 'vague' || !isUnsure(entry, told))
  })
}

function quotesOf(judged: readonly { turn: GradedTurn; told: Told[] }[], kind: Told['trait']): Evidence[] {
  return judged
    .flatMap(({ turn, told }) => {
      const item = told.find(({ trait }) => trait === kind)
      if (!item) return []
      const point = item.trait === 'vague' ? VAGUE_TEXT : traitTexts[item.trait]
      const polarity = item.trait === 'vague' ? ('against' as const) : ('for' as const)
      return toEvidence(turn.entry, item, { point, polarity }) ?? []
    })
    .slice(0, SHOWN)
}
