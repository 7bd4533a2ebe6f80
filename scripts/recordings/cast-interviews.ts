import type { Ending, Part } from './part.ts'

const candidates = ['strong', 'weak', 'silent', 'mixed', 'curious', 'strange'] as const
const tracks = ['web-fullstack', 'infra-workflows', 'analytics', 'edge'] as const
const levels = ['senior', 'mid'] as const
const endings: Ending[] = ['graded', 'corrected', 'early', 'closed', 'live', 'abandoned', 'early', 'closed']
const focuses = [[], ['observability'], ['caching', 'rate-limiting'], [], ['testing']]

/**
 * Every candidate at every level on every track, in turn with every ending; then those that fit no such row. A part
 * that was recorded may change or go: its recording stays.
 */
export function castInterviews(): Part[] {
  const rows = candidates.flatMap((candidate) =>
    levels.flatMap((level) => tracks.map((track) => ({ candidate, level, track }))),
  )
  const parts = rows.map(({ candidate, level, track }, index): Part => {
    const ending = endings[(index + 3 * Math.floor(index / endings.length)) % endings.length] ?? 'graded'
    return {
      name: `${level}-${track}-${candidate}-${ending}`,
      seed: 1_000 + index,
      posting: track,
      level,
      domain: index % 4 === 3 ? 'auto' : track,
      focus: focuses[index % focuses.length] ?? [],
      extraTime: index % 3 === 2,
      candidate,
      ending,
    }
  })
  return [...parts, ...oddOnes, ...byHand, ...recorded, ...readByModel, ...appealed]
}

/** A part of no row, on the track that its posting reads as. */
function odd(
  name: string,
  posting: Part['posting'],
  candidate: Part['candidate'],
  ending: Ending,
  more: Partial<Part> = {},
): Part {
  const usual = {
    seed: 2_000 + name.length,
    level: 'senior',
    domain: 'auto',
    focus: [],
    extraTime: false,
  } as const
  return { ...usual, focus: [], name, posting, candidate, ending, ...more }
}

const oddOnes = [
  odd('nobody-joined', 'edge', 'silent', 'planned'),
  odd('a-pastry-chef', 'not-engineering', 'mixed', 'graded'),
  odd('other-track-than-read', 'edge', 'curious', 'corrected', { domain: 'analytics' }),
  odd('flawless', 'web-fullstack', 'flawless', 'graded'),
  odd('flawless-so-far', 'web-fullstack', 'flawless', 'early', { seed: 11 }),
  odd('senior-who-wants-hints', 'web-fullstack', 'stuck', 'graded'),
  odd('mid-who-wants-hints', 'infra-workflows', 'stuck', 'corrected', { level: 'mid' }),
  odd('spoken-then-typed', 'edge', 'mixed', 'graded', { engines: ['local', 'typed', 'typed', 'local'] }),
  odd('by-calls-mixed', 'web-fullstack', 'mixed', 'graded', { byCall: true }),
  odd('by-calls-curious', 'analytics', 'curious', 'closed', { byCall: true, level: 'mid' }),
  odd('misheard', 'web-fullstack', 'misheard', 'graded', { engines: ['local'] }),
]

const byHand = [
  odd('by-hand-typed', 'analytics', 'curious', 'closed', { byHand: 'typed' }),
  odd('by-hand-local', 'web-fullstack', 'strong', 'graded', { byHand: 'local', level: 'mid' }),
  odd('by-hand-elevenlabs', 'edge', 'mixed', 'corrected', { byHand: 'elevenlabs', extraTime: true }),
  odd('by-hand-abandoned', 'infra-workflows', 'weak', 'abandoned', { byHand: 'elevenlabs' }),
]

const recorded = [
  odd('by-calls-timed', 'infra-workflows', 'mixed', 'graded', { byCall: true }),
  odd('recorded-kept', 'web-fullstack', 'mixed', 'graded', { voice: 'kept' }),
  odd('recorded-taken-back', 'edge', 'weak', 'corrected', { voice: 'taken-back' }),
  odd('recorded-live', 'analytics', 'strong', 'live', { voice: 'kept' }),
]

const appealed = [odd('corrected-by-ear', 'web-fullstack', 'misheard', 'corrected', { engines: ['local'] })]

const readByModel = [
  odd('read-by-model', 'infra-workflows', 'mixed', 'corrected', { model: true }),
  odd('asked-by-model', 'analytics', 'strong', 'graded', { model: true }),
  odd('read-by-model-weak', 'web-fullstack', 'weak', 'graded', { model: true }),
]
