/** A figure about the grader that was measured, and how. */
export interface MeasuredFigure {
  /** Such as: Same words, same score. */
  what: string
  /** With its unit, such as: QWK .75. */
  figure: string
  /** What it was measured on. */
  on: string
  /** ISO 8601. */
  date: string
  /** Of the code that was measured. */
  commit: string
}

/** What the scoring page publishes about repeatability and error, in its order. Only what `npm run eval` printed. */
export const measured: readonly MeasuredFigure[] = []
