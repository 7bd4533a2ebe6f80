import { askingChecks } from './asking-checks.ts'
import { courseChecks } from './course-checks.ts'
import { hintChecks } from './hint-checks.ts'
import type { Check } from './interview.ts'
import { leakChecks } from './leak-checks.ts'
import { listeningChecks } from './listening-checks.ts'
import { patienceChecks } from './patience-checks.ts'
import { wordChecks } from './word-checks.ts'
import { wrapUpChecks } from './wrap-up-checks.ts'

/** The 44 questions that an interview is judged by, as `evals/manners.md` lists them. */
export const checks: readonly Check[] = [
  ...leakChecks,
  ...hintChecks,
  ...wordChecks,
  ...askingChecks,
  ...listeningChecks,
  ...patienceChecks,
  ...courseChecks,
  ...wrapUpChecks,
]
