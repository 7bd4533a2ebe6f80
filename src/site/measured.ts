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

const date = '2026-11-27'

/** What the scoring page publishes about repeatability and error, in its order. Only what was measured: `evals/README.md`. */
export const measured: readonly MeasuredFigure[] = [
  {
    what: 'Same words, same score',
    figure: 'Identical, every time',
    on: 'five recorded interviews, each graded 100 times by the built-in finder; every test run repeats it',
    date,
    commit: '5e4e7cf',
  },
  {
    what: 'Points that a fair reader credits, and we do too',
    figure: '77%; sealed interviews 75%',
    on: 'thirty interviews written for this, ten of them sealed while the finder was made',
    date,
    commit: '79d6e02',
  },
  {
    what: 'Points that we credit, and a fair reader does too',
    figure: '94%; sealed interviews 95%',
    on: 'the same thirty. What is wrongly credited is mostly a false claim in the right words',
    date,
    commit: '79d6e02',
  },
  {
    what: 'Scores in the band that a fair reader gave',
    figure: '68%; sealed interviews 53%',
    on: 'the same thirty, five dimensions and the overall. Strong candidates come out lower than a reader would put them',
    date,
    commit: '79d6e02',
  },
  {
    what: 'Agreement with teachers on written answers',
    figure: 'r .71, .47 and .56',
    on: '40 answers marked point by point, 1,304 on computer networks and 630 on data structures, none of them ours. Two teachers agree at about .95 on the first kind and .60 on the last',
    date,
    commit: 'b19d0be',
  },
  {
    what: 'The same answers spoken loosely',
    figure: 'r falls by .02 at most',
    on: 'the same answers in lower case, without punctuation, with fillers and misheard terms',
    date,
    commit: 'b19d0be',
  },
]
