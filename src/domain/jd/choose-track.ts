import { TrackId } from '../catalog/vocabulary.ts'
import type { CompetencySense, SideSense } from './compile-vocabulary.ts'
import type { JdReading, Mention } from './find-mentions.ts'
import { findMentions } from './find-mentions.ts'
import type { JdProfile } from './jd-profile.ts'
import type { JdSide } from './role-words.ts'
import { findRoles } from './find-roles.ts'
import { PART_WEIGHTS } from './jd-part.ts'

type Scores = Record<JdSide, number>

/** Below this the words of a track say nothing. */
const FLOOR = 2.5
/** Below this they may be there by accident. */
const SURE = 4
/** Engineering that no track covers weighs more than this share of the best track: not clearly for us. */
const OUTSIDE_SHARE = 0.75
/** The best track leads the next by this share of its score, or it is a guess. */
const CLEAR_LEAD = 0.15

/**
 * Chooses the track a job description speaks for. Each phrase adds its weight once, dampened by where it
 * stands and how often (1 - 2^-w, w the sum of its places' weights), so that repetition buys little.
 * No engineering role: confidence `none` and the baseline. Engineering no track covers: `low`.
 */
export function chooseTrack(
  reading: JdReading,
  competencies: readonly Mention<CompetencySense>[],
): { kind: JdProfile['kind']; track: JdProfile['track'] } {
  const roles = findRoles(reading)
  const scores = scoreSides(reading, competencies, roles)
  const ids = TrackId.options.toSorted((a, b) => scores[b] - scores[a])
  const best = ids[0] ?? 'web-fullstack'
  const top = scores[best]
  const next = ids[1] === undefined ? 0 : scores[ids[1]]
  const named = roles.find((role) => role.names)?.senses[0]?.side
  const engineering = Math.max(top, scores.outside)
  const isOtherWork = named === undefined ? scores['other-work'] >= engineering : named === 'other-work'
  const kind = isOtherWork || engineering < 1 ? 'not-engineering' : 'engineering'
  const outside = named === 'outside' || scores.outside > OUTSIDE_SHARE * top
  const confidence =
    kind === 'not-engineering' || (top < FLOOR && !outside)
      ? 'none'
      : outside || top < SURE || top - next < CLEAR_LEAD * top
        ? 'low'
        : 'high'
  return {
    kind,
    track: { id: confidence === 'none' ? 'web-fullstack' : best, confidence, scores: round(scores) },
  }
}

type Counted = { weights: Partial<Scores>; place: number }

function scoreSides(
  reading: JdReading,
  competencies: readonly Mention<CompetencySense>[],
  roles: ReturnType<typeof findRoles>,
): Scores {
  const counted = new Map<string, Counted>()
  const count = (phrase: string, place: number, weights: [JdSide, number][]): void => {
    const entry = counted.get(phrase) ?? { weights: {}, place: 0 }
    entry.place += place
    for (const [side, weight] of weights) {
      entry.weights[side] = Math.max(entry.weights[side] ?? 0, weight)
    }
    counted.set(phrase, entry)
  }
  const seen = new Set<string>()
  for (const mention of competencies) {
    seen.add(`${mention.from} ${mention.phrase}`)
    count(mention.phrase, PART_WEIGHTS[mention.segment.part], mention.senses.flatMap(competencyWeights))
  }
  for (const mention of findMentions(reading, reading.vocabulary.leanings)) {
    const place = seen.has(`${mention.from} ${mention.phrase}`) ? 0 : PART_WEIGHTS[mention.segment.part]
    count(mention.phrase, place, mention.senses.map(sideWeight))
  }
  for (const role of roles) count(`role ${role.phrase}`, role.place, role.senses.map(sideWeight))
  return sumUp(counted.values())
}

function competencyWeights(sense: CompetencySense): [JdSide, number][] {
  return sense.packs.map((pack) => [pack, sense.trackWeight])
}

function sideWeight(sense: SideSense): [JdSide, number] {
  return [sense.side, sense.weight]
}

function sumUp(counted: Iterable<Counted>): Scores {
  const scores: Scores = {
    'web-fullstack': 0,
    'infra-workflows': 0,
    analytics: 0,
    edge: 0,
    outside: 0,
    'other-work': 0,
  }
  for (const { weights, place } of counted) {
    for (const side of SIDES) scores[side] += (weights[side] ?? 0) * (1 - 0.5 ** place)
  }
  return scores
}

const SIDES: readonly JdSide[] = [...TrackId.options, 'outside', 'other-work']

function round(scores: Scores): JdProfile['track']['scores'] {
  const to2 = (score: number): number => Math.round(score * 100) / 100
  return {
    'web-fullstack': to2(scores['web-fullstack']),
    'infra-workflows': to2(scores['infra-workflows']),
    analytics: to2(scores.analytics),
    edge: to2(scores.edge),
  }
}
