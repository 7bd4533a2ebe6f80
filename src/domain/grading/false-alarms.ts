import type { BankSnippet } from '../catalog/bank.ts'
import type { Finder, Match } from './finder.ts'
import type { FalseAlarm, GradedTurn } from './grade.ts'
import type { TurnMatch } from './hear-points.ts'
import { rules } from './rules.ts'
import { isUnsure, toEvidence } from './to-evidence.ts'

/** How much better than an expected point a trap must match the same words. */
const MARGIN = 0.1

/**
 * Traps of a snippet that were named as bugs, each once. Never on the strength of unsure words, and never
 * where the same words say an expected point about as well.
 */
export function findFalseAlarms(
  finder: Finder,
  turns: readonly GradedTurn[],
  snippet: BankSnippet,
  heard: readonly TurnMatch[],
): FalseAlarm[] {
  const points = snippet.traps.map(({ id, title, wordings, misheard }) => {
    return { id, text: title, wordings, misheard }
  })
  const alarms = new Map<string, FalseAlarm>()
  for (const turn of turns) {
    const own = heard.filter((item) => item.turn === turn).map(({ match }) => match)
    for (const match of finder.find({ text: turn.entry.text, asked: turn.asked, points })) {
      const trap = snippet.traps.find(({ id }) => id === match.pointId)
      if (!trap || alarms.has(trap.id) || isDoubtful(match, own) || isUnsure(turn.entry, match)) continue
      const about = {
        point: trap.title,
        polarity: 'against' as const,
        snippetId: snippet.id,
        lines: trap.lines,
      }
      const evidence = toEvidence(turn.entry, match, about)
      if (evidence) alarms.set(trap.id, { trapId: trap.id, evidence })
    }
  }
  return [...alarms.values()]
}

function isDoubtful(match: Match, own: readonly Match[]): boolean {
  if (match.degree !== 'full' || match.strength < rules.falseAlarmStrength) return true
  return own.some(({ from, to, strength }) => {
    return from < match.to && match.from < to && strength > match.strength - MARGIN
  })
}
