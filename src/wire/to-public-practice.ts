import type { Practice } from '../domain/interview/practice.ts'
import type { PublicPractice } from './public-plan.ts'

/** What is practised, as the candidate may know it. */
export function toPublicPractice({ kind, of, drill }: Practice): PublicPractice {
  return { kind, of, ...(drill ? { about: drill.about } : {}) }
}
