/** Told of each thing that is wrong: the file below the content folder; and field, problem and what to do. */
export type ReportProblem = (file: string, problem: string) => void
