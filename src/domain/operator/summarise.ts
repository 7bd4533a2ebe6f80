import type { Survey } from '../interview/survey.ts'
import type { OperatorFigures } from './figures.ts'
import type { SessionFacts } from './session-facts.ts'

/** A paid order, without who paid. */
export interface OrderFacts {
  cents: number
  /** Which account bought, as a name that means nothing outside. */
  buyer: string
  /** The account's first. */
  first: boolean
}

export interface Summarised {
  fromMs: number
  toMs: number
  /** Newest first. */
  sessions: readonly SessionFacts[]
  orders: readonly OrderFacts[]
  /** Spent on finding candidates, in cents. */
  spendCents: number
  /** US dollars for a minute through the voice service, where it is set. */
  callPrice: number | undefined
}

/** The operator's figures of a span of time; see OperatorFigures for each. */
export function summarise({
  fromMs,
  toMs,
  sessions,
  orders,
  spendCents,
  callPrice,
}: Summarised): OperatorFigures {
  const whole = sessions.filter(({ practice }) => !practice)
  const surveys = sessions.map(({ survey }) => survey)
  const started = whole.filter((session) => session.started)
  return {
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
    sessions: funnelOf(whole),
    practice: sessions.length - whole.length,
    completion: shareOf(started, ({ completed }) => completed),
    csat: { mean: meanOf(surveys.map(({ csat }) => csat)), answers: countOf(surveys, 'csat') },
    repurchase: {
      share: shareOf(
        surveys.filter(({ again }) => again !== undefined),
        ({ again }) => again === 'yes',
      ),
      answers: countOf(surveys, 'again'),
    },
    confidence: confidenceOf(surveys),
    themes: {
      feltRealistic: countOf(surveys, 'feltRealistic'),
      knowWhatToFix: countOf(surveys, 'knowWhatToFix'),
    },
    calls: {
      passed: surveys.filter(({ passed }) => passed === 'yes').length,
      failed: surveys.filter(({ passed }) => passed === 'no').length,
      waiting: surveys.filter(({ passed }) => passed === 'waiting').length,
    },
    why: surveys.flatMap(({ why }) => (why === undefined ? [] : [why])),
    money: moneyOf(orders, spendCents),
    cost: costOf(sessions, callPrice),
    failures: rank(sessions.flatMap(({ failures }) => failures)).map(([kind, count]) => ({ kind, count })),
    funnel: funnelsOf(whole),
    uncovered: rank(whole.flatMap(({ uncovered }) => uncovered)).map(([competency, count]) => ({
      competency,
      sessions: count,
    })),
  }
}

function funnelOf(sessions: readonly SessionFacts[]): OperatorFigures['sessions'] {
  const count = (step: 'started' | 'reachedCode' | 'completed' | 'paid') =>
    sessions.filter((session) => session[step]).length
  return {
    plans: sessions.length,
    started: count('started'),
    reachedCode: count('reachedCode'),
    completed: count('completed'),
    paid: count('paid'),
  }
}

function funnelsOf(sessions: readonly SessionFacts[]): OperatorFigures['funnel'] {
  const byOrigin = Map.groupBy(
    sessions,
    ({ origin: { landing, invite } }) => `${landing ?? ''}\n${invite ?? ''}`,
  )
  return [...byOrigin.values()]
    .map((group) => ({
      landing: group[0]?.origin.landing ?? null,
      invite: group[0]?.origin.invite ?? null,
      ...funnelOf(group),
    }))
    .sort((one, other) => other.plans - one.plans)
}

function confidenceOf(surveys: readonly Survey[]): OperatorFigures['confidence'] {
  const both = surveys.filter(
    ({ confidenceBefore, confidenceAfter }) =>
      confidenceBefore !== undefined && confidenceAfter !== undefined,
  )
  return {
    before: meanOf(both.map(({ confidenceBefore }) => confidenceBefore)),
    after: meanOf(both.map(({ confidenceAfter }) => confidenceAfter)),
    answers: both.length,
  }
}

function moneyOf(orders: readonly OrderFacts[], spendCents: number): OperatorFigures['money'] {
  const revenueCents = orders.reduce((sum, { cents }) => sum + cents, 0)
  const buyers = new Set(orders.map(({ buyer }) => buyer)).size
  const won = orders.filter(({ first }) => first).length
  return {
    revenueCents,
    spendCents,
    buyers,
    arpuCents: buyers === 0 ? null : revenueCents / buyers,
    cacCents: won === 0 ? null : spendCents / won,
  }
}

function costOf(sessions: readonly SessionFacts[], callPrice: number | undefined): OperatorFigures['cost'] {
  const models = sessions.reduce((sum, { modelCost }) => sum + modelCost, 0)
  const callMinutes = sessions.reduce((sum, { callMs }) => sum + callMs, 0) / 60_000
  const calls = callPrice === undefined ? null : callPrice * callMinutes
  const started = sessions.filter((session) => session.started).length
  const known = callMinutes === 0 || calls !== null
  return {
    models,
    calls,
    callMinutes,
    perSession: started === 0 || !known ? null : (models + (calls ?? 0)) / started,
  }
}

function countOf(surveys: readonly Survey[], name: keyof Survey): number {
  return surveys.filter((survey) => survey[name] !== undefined).length
}

function meanOf(values: readonly (number | undefined)[]): number | null {
  const given = values.filter((value) => value !== undefined)
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0) / given.length
}

function shareOf<T>(all: readonly T[], is: (one: T) => boolean): number | null {
  return all.length === 0 ? null : all.filter(is).length / all.length
}

/** Each name with how often it is there, most often first, then by name. */
function rank(names: readonly string[]): [string, number][] {
  return [...Map.groupBy(names, (name) => name)]
    .map(([name, all]): [string, number] => [name, all.length])
    .sort(([one, often], [other, oftener]) => oftener - often || one.localeCompare(other))
}
