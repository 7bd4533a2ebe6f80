import type { BankSnippet } from '../catalog/bank.ts'
import type { Evidence } from '../report/report.ts'
import type { Finder } from './finder.ts'
import type { GradedTurn } from './grade.ts'
import { rules } from './rules.ts'
import { isUnsure, toEvidence } from './to-evidence.ts'

/** Correct code that was called a bug. */
export interface FalseAlarm {
  trapId: string
  evidence: Evidence
}

/** Traps of a snippet that were named as bugs, each once, never on the strength of unsure words. */
export function findFalseAlarms(finder: Finder, turns: readonly GradedTurn[], snippet: BankSnippet): FalseAlarm[] {
  const points = snippet.traps.map(({ id, title, wordings, misheard }) => ({ id, text: title, wordings, misheard }))
  const alarms = new Map<string, FalseAlarm>()
  for (const { entry, asked } of turns) {
    for (const match of finder.find({ text: entry.text, asked, points })) {
      const trap = snippet.traps.find(({ id }) => id === match.pointId)
      const doubtful = match.degree !== 'full' || match.strength < rules.falseAlarmStrength || isUnsure(entry, match)
      if (!trap || doubtful || alarms.has(trap.id)) continue
      const about = { point: trap.title, polarity: 'against' as const, snippetId: snippet.id, lines: trap.lines }
      const evidence = toEvidence(entry, match, about)
      if (evidence) alarms.set(trap.id, { trapId: trap.id, evidence })
    }
  }
  return [...alarms.values()]
}
