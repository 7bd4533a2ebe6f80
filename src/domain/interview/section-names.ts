import type { SectionId } from './question.ts'

/** Names of the four sections, as pages, documents and the interviewer use them. */
export const sectionNames: Record<SectionId, string> = {
  A: 'Background',
  B: 'Code and debugging',
  C: 'Scenario',
  D: 'Wrap-up',
}
