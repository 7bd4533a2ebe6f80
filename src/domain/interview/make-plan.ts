import type { Bank } from '../catalog/bank.ts'
import type { Level, TrackId } from '../catalog/vocabulary.ts'
import type { JdCompetency, JdProfile } from '../jd/jd-profile.ts'
import type { Plan, SectionPlan } from './plan.ts'
import type { SectionId } from './question.ts'
import { EXTRA_TIME_FACTOR, sectionBudgets } from './section-budgets.ts'
import { seededRank } from './seeded-rank.ts'

/** What a plan is made from. `seen` are ids of questions the candidate has met in other sessions. */
export interface PlanRequest {
  profile: JdProfile
  level: Level
  domain: TrackId | 'auto'
  /** Competency ids the candidate wants weighed. */
  focus: string[]
  /** Competency ids taken out of or added to what was read in the job description. */
  drop: string[]
  add: string[]
  extraTime: boolean
  seed: number
  seen: ReadonlySet<string>
  /** Sample interviews are made of public questions alone, everybody else's of the others alone. */
  isSample?: boolean
}

interface Candidate {
  id: string
  pack?: TrackId
  competencies: string[]
  public: boolean
}

/**
 * Chooses the questions of one session: the track's own before the baseline's, those that show what the
 * job description and the candidate ask for before others, unseen before seen, ties by seed.
 * The same request and bank always give the same plan.
 */
export function makePlan(request: PlanRequest, bank: Bank): Plan {
  const track = chosenTrack(request)
  const competencies = wantedCompetencies(request, bank)
  const weigh = weigher(request, track.id, competencies, bank)
  const ranked = ranker(request.isSample ?? false, weigh)
  const snippets = ranked(bank.snippets)
  const scenarios = ranked(bank.scenarios)
  const warmups = ranked(bank.warmups.map((item) => ({ ...item, competencies: [] })))
  const sections = {
    A: section('A', warmups.slice(0, 1), [], request.extraTime),
    B: section('B', snippets.slice(0, 2), snippets.slice(2, 3), request.extraTime),
    C: section('C', scenarios.slice(0, 2), scenarios.slice(2, 3), request.extraTime),
    D: section('D', [], [], request.extraTime),
  }
  const planned = [...snippets.slice(0, 2), ...scenarios.slice(0, 2)]
  const { slots } = request.profile
  return {
    seed: request.seed,
    level: request.level,
    track,
    competencies: competencies.map(({ id, name, ground, asked }) => ({
      id,
      name,
      ...(ground === undefined ? {} : { ground }),
      ...(asked === undefined ? {} : { asked }),
      questionIds: planned.filter((item) => item.competencies.includes(id)).map((item) => item.id),
    })),
    slots,
    focus: request.focus,
    extraTime: request.extraTime,
    sections,
  }
}

function chosenTrack({ domain, profile }: PlanRequest): Plan['track'] {
  const { id, confidence } = profile.track
  if (domain === 'auto') return { id, confidence }
  return { id: domain, confidence: profile.kind === 'engineering' ? 'high' : 'none' }
}

type Wanted = {
  id: string
  name: string
  ground?: string
  asked?: JdCompetency['asked']
  emphasis: number
}

function wantedCompetencies({ profile, drop, add }: PlanRequest, bank: Bank): Wanted[] {
  const nameOf = new Map(bank.competencies.map(({ id, name }) => [id, name]))
  const read = profile.competencies
    .filter(({ id }) => nameOf.has(id) && !drop.includes(id))
    .map(({ id, ground, asked, emphasis }) => ({ id, name: nameOf.get(id) ?? id, ground, asked, emphasis }))
  const added = add
    .filter((id) => nameOf.has(id) && !read.some((known) => known.id === id))
    .map((id) => ({ id, name: nameOf.get(id) ?? id, emphasis: 0.5 }))
  return [...read, ...added]
}

/** Seen questions come after every unseen one; then pack, then the competencies wanted, then the seed. */
function weigher(request: PlanRequest, track: TrackId, wanted: Wanted[], bank: Bank) {
  const baseline = bank.packs.find((pack) => pack.baseline)?.id
  const emphasis = new Map(wanted.map((item) => [item.id, item.emphasis]))
  return (item: Candidate): number => {
    const unseen = request.seen.has(item.id) ? 0 : 100
    const pack = item.pack === track ? 8 : item.pack === baseline ? 4 : 0
    const asked = item.competencies.reduce((sum, id) => sum + (emphasis.get(id) ?? 0), 0)
    const focused = item.competencies.filter((id) => request.focus.includes(id)).length
    return unseen + pack + Math.min(asked, 1) * 2 + focused * 2 + seededRank(request.seed, item.id)
  }
}

function ranker(isSample: boolean, weigh: (item: Candidate) => number) {
  return <Item extends Candidate>(items: Item[]): Item[] =>
    items
      .filter((item) => item.public === isSample)
      .map((item) => ({ item, weight: weigh(item) }))
      .sort((a, b) => b.weight - a.weight || (a.item.id < b.item.id ? -1 : 1))
      .map(({ item }) => item)
}

function section(id: SectionId, planned: Candidate[], reserve: Candidate[], extraTime: boolean): SectionPlan {
  const { budgetMs, turns } = sectionBudgets[id]
  return {
    questionIds: planned.map((item) => item.id),
    reserveIds: reserve.map((item) => item.id),
    budgetMs: extraTime ? budgetMs * EXTRA_TIME_FACTOR : budgetMs,
    turns,
  }
}
