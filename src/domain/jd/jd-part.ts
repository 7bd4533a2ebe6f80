/** The part a passage plays in a job description. */
export type Part = 'title' | 'requirement' | 'intro' | 'bonus' | 'about' | 'benefits' | 'legal'

/** How much a mention counts by where it stands; a requirement is 1. */
export const PART_WEIGHTS: Readonly<Record<Part, number>> = {
  title: 3,
  requirement: 1,
  intro: 0.8,
  bonus: 0.6,
  about: 0.3,
  benefits: 0.1,
  legal: 0,
}
