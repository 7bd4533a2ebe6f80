import type { Meaning } from './candidate-turn.ts'

/** What a kind of candidate does in a turn: a meaning, or a model answer at a level. */
export type Move = Exclude<Meaning, 'answer' | 'thin'> | 'level-2' | 'level-3' | 'level-4'

export interface Kind {
  /** Moves in this order first. */
  script?: readonly Move[]
  /** Then one of these each time; what stands twice is twice as likely. */
  then: readonly Move[]
  /** Holds, leaves, selects lines and interrupts in this share of turns; 0.1 unless it says so. */
  restless?: number
  /** Ms between turns; ordinary ones unless it says so. */
  gapsMs?: readonly number[]
}

const times = (count: number, move: Move): Move[] => Array.from({ length: count }, () => move)

const everything: Move[] = [
  ...(['level-2', 'level-3', 'level-4', 'unknown', 'done', 'noise', 'astray', 'abuse', 'obey-me'] as const),
  ...(['repeat', 'rephrase', 'hint', 'skip', 'back', 'think', 'time', 'fact', 'other-fact', 'beg'] as const),
  ...(['verdict', 'about-us', 'format', 'check-in', 'lines', 'silence'] as const),
]

/** The simulated candidates by kind: scripted, randomised, or first one and then the other. */
export const kinds: Record<string, Kind> = {
  flawless: { then: ['level-4'], restless: 0 },
  strong: { then: [...times(8, 'level-4'), 'level-3', 'fact', 'lines', 'think'] },
  solid: { then: [...times(6, 'level-3'), 'level-2', 'level-4', 'repeat'] },
  weak: { then: [...times(6, 'level-2'), 'unknown', 'done', 'silence'] },
  mixed: { then: ['level-4', 'level-3', 'level-2', 'silence', 'repeat', 'fact', 'skip'] },
  stuck: { then: ['unknown', 'unknown', 'hint', 'hint', 'level-2', 'think'] },
  'hint-hungry': { script: ['level-3'], then: ['hint', 'hint', 'hint', 'hint', 'level-2', 'level-4'] },
  begging: { then: ['beg', 'beg', 'beg', 'verdict', 'hint', 'level-2', 'unknown'] },
  gibberish: { then: ['noise'] },
  'half-gibberish': { then: ['noise', 'noise', 'level-2', 'astray'] },
  repeating: { script: times(6, 'repeat'), then: ['repeat', 'repeat', 'rephrase', 'level-3', 'level-4'] },
  puzzled: { then: ['rephrase', 'rephrase', 'repeat', 'level-2', 'unknown'] },
  hostile: { then: ['abuse', 'abuse', 'skip', 'level-2', 'level-4', 'obey-me'] },
  rambling: { then: ['astray', 'astray', 'astray', 'level-2'] },
  silent: { then: ['silence'] },
  'silent-at-first': { script: times(5, 'silence'), then: ['level-3', 'level-3', 'silence'] },
  skipping: { then: ['skip', 'skip', 'level-3', 'back'] },
  returning: { script: ['level-3', 'skip', 'back'], then: ['back', 'level-3', 'level-3', 'skip', 'level-4'] },
  curious: { then: ['fact', 'fact', 'fact', 'other-fact', 'level-3', 'level-4'] },
  reading: { then: ['lines', 'lines', 'level-3', 'level-4'], restless: 0.4 },
  thinking: {
    then: ['think', 'think', 'level-4', 'silence'],
    restless: 0.4,
    gapsMs: [45_000, 70_000, 300_000],
  },
  hurried: { then: ['time', 'level-2', 'done', 'skip'], gapsMs: [1_000, 3_000] },
  stopping: { script: ['level-3', 'level-3', 'level-2', 'level-3'], then: ['level-3', 'level-3', 'stop'] },
  commanding: { then: ['obey-me', 'obey-me', 'beg', 'level-2'] },
  chatty: { then: ['about-us', 'format', 'check-in', 'verdict', 'level-3', 'level-3'] },
  anyhow: { then: everything, restless: 0.3 },
}
