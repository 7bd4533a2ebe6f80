/** With fewer people than this in a variant, nothing can be said of it yet. */
const MIN_PEOPLE = 200
/** By how many standard errors a variant has to be worse than what its owner accepts. */
const HARM_Z = 4

export interface Experiment {
  id: string
  /** The flag whose rules decide what a person sees. The experiment is one rule, under its own id. */
  flagKey: string
  control: string
  treatments: string[]
  guardrails: {
    /** Something that should not happen, counted per person: failed payments, error pages. */
    metric: string
    /** How much more of it the owner accepts, as a share of control. */
    margin: number
  }[]
}

export interface MetricCounts {
  /** One for each person and variant that they were shown, in the order in which it was shown. */
  rows: PersonCount[]
  /** What happened before this time has been loaded. */
  loadedUntil: Date
}

export interface PersonCount {
  personId: string
  variant: string
  /** How often it happened to this person since they first saw the experiment. */
  count: number
}

export type Verdict = 'healthy' | 'harmed' | 'unknown'

export interface Services {
  experiments: {
    running(): Promise<Experiment[]>
    /** Ends the experiment and tells its owner, or resolves to false when it has ended already. */
    end(experimentId: string, reason: string): Promise<boolean>
  }
  warehouse: {
    countPerPerson(experimentId: string, metric: string): Promise<MetricCounts>
  }
  flags: {
    /** Switches the flag off: everybody gets its default. */
    turnOff(flagKey: string): Promise<void>
    /** Takes a rule out, if it is there. People fall through to the rules below, then the default. */
    removeRule(flagKey: string, ruleId: string): Promise<void>
  }
  checks: {
    /** Shown on the dashboard. Six hours without a healthy or harmed one, and the owner is paged. */
    record(experimentId: string, check: { verdict: Verdict; at: Date }): Promise<void>
  }
  now(): Date
  log(message: string, fields: Record<string, unknown>): void
}

/** Every hour: looks at each running experiment, and stops those that harm people. */
export async function checkExperiments(services: Services) {
  for (const experiment of await services.experiments.running()) {
    try {
      const { verdict, reason } = await judge(services, experiment)
      if (verdict === 'harmed') await stop(services, experiment, reason)
      await services.checks.record(experiment.id, { verdict, at: services.now() })
    } catch (error) {
      services.log('check failed', { experimentId: experiment.id, error })
    }
  }
}

async function judge(services: Services, experiment: Experiment) {
  let verdict: Verdict = 'healthy'
  for (const { metric, margin } of experiment.guardrails) {
    const counts = await services.warehouse.countPerPerson(experiment.id, metric).catch((error: unknown) => {
      services.log('guardrail not read', { experimentId: experiment.id, metric, error })
    })
    if (!counts) {
      verdict = 'unknown'
      continue
    }

    const rows = counts.rows
    const control = summarize(rows, experiment.control)
    for (const name of experiment.treatments) {
      const treatment = summarize(rows, name)
      if (Math.min(control.people, treatment.people) < MIN_PEOPLE) {
        verdict = 'unknown'
        continue
      }
      const z = excess(treatment, control, margin)
      if (z > HARM_Z) return { verdict: 'harmed' as const, reason: `${metric} in ${name}: z = ${z.toFixed(1)}` }
    }
  }
  return { verdict, reason: '' }
}

async function stop(services: Services, experiment: Experiment, reason: string) {
  await services.flags.turnOff(experiment.flagKey)
  const isFirst = await services.experiments.end(experiment.id, reason)
  if (isFirst) services.log('experiment stopped', { experimentId: experiment.id, reason })
}

type Summary = ReturnType<typeof summarize>

/** The mean count of a person in a variant, and the variance of that mean. */
function summarize(rows: PersonCount[], variant: string) {
  const counts = rows.filter((row) => row.variant === variant).map((row) => row.count)
  const people = counts.length
  const mean = counts.reduce((sum, count) => sum + count, 0) / people
  return { people, mean, variance: mean / people }
}

/** How far a treatment is above what is accepted, in standard errors of that difference. */
function excess(treatment: Summary, control: Summary, margin: number): number {
  const accepted = (1 + margin) * control.mean
  const variance = treatment.variance + (1 + margin) ** 2 * control.variance
  return (treatment.mean - accepted) / Math.sqrt(variance)
}
