import type { PublicPlan } from '../wire/public-plan.ts'

type Found = PublicPlan['competencies'][number]

/** Plans made before the reader told what is required from what is not have "Found" alone. */
const NAMES = ['Required', 'Nice to have', 'Only mentioned', 'Found', 'Added'] as const

/** A plan's competencies as the page shows them: what is required first, what was added by hand last. */
export function groupGrounds(competencies: readonly Found[]): { name: string; items: Found[] }[] {
  return NAMES.map((name) => ({
    name,
    items: competencies.filter((found) => nameOf(found) === name),
  })).filter(({ items }) => items.length > 0)
}

function nameOf({ asked, ground }: Found): (typeof NAMES)[number] {
  if (ground === undefined) return 'Added'
  switch (asked) {
    case 'required':
      return 'Required'
    case 'nice-to-have':
      return 'Nice to have'
    case 'mentioned':
      return 'Only mentioned'
    case undefined:
      return 'Found'
  }
}
