import type { SectionId } from '../domain/interview/question.ts'

/** Names of the four sections, as every page and the interviewer use them. */
export const sectionNames: Record<SectionId, string> = {
  A: 'Background',
  B: 'Code and debugging',
  C: 'Scenario',
  D: 'Wrap-up',
}
