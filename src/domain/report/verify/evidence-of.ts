import type { Evidence, QuestionResult, Report } from '../report.ts'

/** Evidence and where in the report it stands, in words. */
export interface PlacedEvidence {
  where: string
  evidence: Evidence
}

/** Every piece of evidence in a report, each place it stands at. */
export function evidenceOf({ dimensions, questions, jd }: Report): PlacedEvidence[] {
  return [
    ...dimensions.flatMap(({ name, evidence }) => placed(name, evidence)),
    ...questions.flatMap((question) => placed(question.title, evidenceOfQuestion(question))),
    ...jd.flatMap(({ competency, evidence }) => placed(`the posting, ${competency}`, evidence)),
  ]
}

/** Every piece of evidence that a question's scores rest on. */
export function evidenceOfQuestion({
  pointsHeard,
  against,
  falseAlarms,
  telling,
}: QuestionResult): Evidence[] {
  return [
    ...pointsHeard.flatMap(({ evidence }) => evidence ?? []),
    ...(against ?? []).map(({ evidence }) => evidence),
    ...(falseAlarms ?? []).map(({ evidence }) => evidence),
    ...(telling?.evidence ?? []),
  ]
}

function placed(where: string, evidence: readonly Evidence[]): PlacedEvidence[] {
  return evidence.map((each) => ({ where, evidence: each }))
}
