import type { OperatorFigures } from '../domain/operator/figures.ts'

export interface FigureRow {
  name: string
  /** Worded; a dash where there is nothing to make it from. */
  value: string
  /** What it is held against, or what it is made of. */
  note?: string
}

const NONE = '–'

/** The figures of the operator's page, worded. Goals are the founders'. */
export function operatorView(figures: OperatorFigures): FigureRow[] {
  const { sessions, completion, csat, repurchase, confidence, themes, calls, money, cost } = figures
  return [
    { name: 'Sessions', value: `${sessions.started}`, note: `started, of ${sessions.plans} plans` },
    { name: 'Practised again', value: `${figures.practice}`, note: 'drills and single questions' },
    { name: 'Paid sessions', value: `${sessions.paid}`, note: 'target 10 to 20' },
    { name: 'Completion', value: percent(completion), note: 'of the started, came to the closing line' },
    { name: 'CSAT', value: decimal(csat.mean), note: `target 4.5; ${countOf(csat.answers, 'answer')}` },
    {
      name: 'Would buy again',
      value: percent(repurchase.share),
      note: `target 40%; ${countOf(repurchase.answers, 'answer')}`,
    },
    {
      name: 'Confidence',
      value: confidence.answers === 0 ? NONE : `${decimal(confidence.before)} → ${decimal(confidence.after)}`,
      note: `before and after, of 5; ${countOf(confidence.answers, 'answer')}`,
    },
    { name: 'Felt realistic', value: `${themes.feltRealistic}` },
    { name: 'Know what to fix now', value: `${themes.knowWhatToFix}` },
    {
      name: 'Passed the call',
      value: `${calls.passed}`,
      note: `${calls.failed} did not, ${calls.waiting} are waiting`,
    },
    { name: 'ARPU', value: euros(money.arpuCents), note: `${countOf(money.buyers, 'buyer')}` },
    { name: 'CAC', value: euros(money.cacCents), note: `of ${euros(money.spendCents)} entered as spent` },
    { name: 'Revenue', value: euros(money.revenueCents) },
    {
      name: 'Cost per session',
      value: cost.perSession === null ? NONE : `$${cost.perSession.toFixed(3)}`,
      note: `models $${cost.models.toFixed(2)}, calls ${dollars(cost.calls)} for ${cost.callMinutes.toFixed(0)} min`,
    },
  ]
}

function percent(share: number | null): string {
  return share === null ? NONE : `${Math.round(share * 100)}%`
}

function decimal(value: number | null): string {
  return value === null ? NONE : value.toFixed(1)
}

function euros(cents: number | null): string {
  return cents === null ? NONE : `€${(cents / 100).toFixed(2)}`
}

function dollars(value: number | null): string {
  return value === null ? 'at a price that is not set' : `$${value.toFixed(2)}`
}

function countOf(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
