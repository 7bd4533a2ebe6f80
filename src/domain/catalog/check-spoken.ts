import type { ReportProblem } from './report-problem.ts'

interface Spoken {
  followUps: { ask: string }[]
  probes: { ask: string }[]
  facts?: { answer: string }[]
  /** Texts that open the question or lead back, by field, with the sentences each may have. */
  openers: { field: string; text: string; sentences: number }[]
}

/** The interviewer says at most three sentences at a time, and asks one question. */
export const MOST_SENTENCES = 3

/** Checks that nothing an interviewer says is longer than it may be, or asks two things at once. */
export function checkSpoken(
  { openers, followUps, probes, facts = [] }: Spoken,
  file: string,
  report: ReportProblem,
): void {
  const said = [
    ...openers,
    ...followUps.map(({ ask }, index) => ({
      field: `followUps.${index}.ask`,
      text: ask,
      sentences: MOST_SENTENCES,
    })),
    ...probes.map(({ ask }, index) => ({
      field: `probes.${index}.ask`,
      text: ask,
      sentences: MOST_SENTENCES,
    })),
    ...facts.map(({ answer }, index) => ({
      field: `facts.${index}.answer`,
      text: answer,
      sentences: MOST_SENTENCES,
    })),
  ]
  for (const { field, text, sentences } of said) {
    if ((text.match(/[.?!](?=\s|$)/g)?.length ?? 0) > sentences) {
      report(file, `${field}: say it in ${sentences} sentences or fewer`)
    }
    if ((text.match(/\?/g)?.length ?? 0) > 1) report(file, `${field}: ask one question at a time`)
  }
}
