import type { CompetencySense, SideSense } from './compile-vocabulary.ts'
import type { JdReading, Mention } from './find-mentions.ts'
import { findMentions } from './find-mentions.ts'
import type { JdProfile } from './jd-profile.ts'
import type { JdSide } from './role-words.ts'
import { findRoles } from './find-roles.ts'
import { saysNoCoding } from './says-no-coding.ts'

type Scores = Map<JdSide, number>

/** Below this the words of a track may be there by accident. */
const SURE = 4
/** Below this there is no engineering in a text. */
const SOME = 1
/** Work that no track covers weighs more than this share of the best track: not clearly for us. */
const OUTSIDE_SHARE = 0.5
/** The best track leads the next by this share of its score, or it is a guess. */
const CLEAR_LEAD = 0.15
/** What it weighs against engineering that a text says the job is no programming. */
const NO_CODING_WEIGHT = 6
/** Words that say only that software is made weigh this at most: any posting of a software company has some. */
const MOST_SOFTWARE = 3

/**
 * Chooses the track a job description speaks for. Each phrase adds its weight once, dampened by where it
 * stands and how often (1 - 2^-w, w the sum of its places' weights), so that repetition buys little.
 * No engineering role: confidence `none` and the baseline. Engineering no track covers, or too little said: `low`.
 */
export function chooseTrack(
  reading: JdReading,
  competencies: readonly Mention<CompetencySense>[],
): { kind: JdProfile['kind']; track: JdProfile['track'] } {
  const roles = findRoles(reading)
  const scores = scoreSides(reading, competencies, roles)
  const scoreOf = (side: JdSide): number => scores.get(side) ?? 0
  const { tracks, baseline } = reading.vocabulary
  const [best = baseline, second] = tracks.toSorted((a, b) => scoreOf(b) - scoreOf(a))
  const top = scoreOf(best)
  const next = second === undefined ? 0 : scoreOf(second)
  const named = roles.find((role) => role.names)?.senses[0]?.side
  const otherWork = scoreOf('other-work') + (saysNoCoding(reading.text) ? NO_CODING_WEIGHT : 0)
  const engineering = Math.max(top, scoreOf('outside')) + Math.min(scoreOf('software'), MOST_SOFTWARE)
  const isOtherWork = named === undefined ? otherWork >= engineering : named === 'other-work'
  const kind = isOtherWork || engineering < SOME ? 'not-engineering' : 'engineering'
  const outside = named === 'outside' || Math.max(scoreOf('outside'), otherWork) > OUTSIDE_SHARE * top
  const confidence =
    kind === 'not-engineering'
      ? 'none'
      : outside || top < SURE || top - next < CLEAR_LEAD * top
        ? 'low'
        : 'high'
  return {
    kind,
    track: {
      id: confidence === 'none' ? baseline : best,
      confidence,
      scores: Object.fromEntries(tracks.map((track) => [track, roundTo2(scoreOf(track))])),
    },
  }
}

type Counted = { weights: Scores; place: number }

function scoreSides(
  reading: JdReading,
  competencies: readonly Mention<CompetencySense>[],
  roles: ReturnType<typeof findRoles>,
): Scores {
  const counted = new Map<string, Counted>()
  const count = (phrase: string, place: number, weights: [JdSide, number][]): void => {
    const entry = counted.get(phrase) ?? { weights: new Map<JdSide, number>(), place: 0 }
    entry.place += place
    for (const [side, weight] of weights) {
      entry.weights.set(side, Math.max(entry.weights.get(side) ?? 0, weight))
    }
    counted.set(phrase, entry)
  }
  const seen = new Set<string>()
  for (const mention of competencies) {
    seen.add(`${mention.from} ${mention.phrase}`)
    count(mention.phrase, mention.place, mention.senses.flatMap(competencyWeights))
  }
  for (const mention of findMentions(reading, reading.vocabulary.leanings)) {
    const place = seen.has(`${mention.from} ${mention.phrase}`) ? 0 : mention.place
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
  const scores: Scores = new Map()
  for (const { weights, place } of counted) {
    for (const [side, weight] of weights) {
      scores.set(side, (scores.get(side) ?? 0) + weight * saturate(place))
    }
  }
  return scores
}

/** How much a phrase counts that stands in places of this weight together: one requirement is half, many 1.25. */
function saturate(place: number): number {
  return (1.25 * place) / (place + 1.5)
}

function roundTo2(score: number): number {
  return Math.round(score * 100) / 100
}
