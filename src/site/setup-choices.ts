import type { Bank } from '../domain/catalog/bank.ts'

/** What a candidate can ask to be weighed more; ids of competencies. */
const FOCUS = [
  'caching',
  'queues-and-background-jobs',
  'postgres-and-sql',
  'observability',
  'feature-flags',
  'authentication-and-sessions',
]

export interface Choice {
  id: string
  name: string
}

export interface SetupChoices {
  domains: Choice[]
  focus: Choice[]
}

/** The choices of the setup form, named as the content names them. Throws an Error when a focus area is not in it. */
export function setupChoices({ packs, competencies }: Pick<Bank, 'packs' | 'competencies'>): SetupChoices {
  return {
    domains: packs.map(({ id, shortName }) => ({ id, name: shortName })),
    focus: FOCUS.map((id) => {
      const competency = competencies.find((each) => each.id === id)
      if (!competency) throw new Error(`the setup form offers ${id}, which is no competency`)
      return { id, name: competency.name }
    }),
  }
}
