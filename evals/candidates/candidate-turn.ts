/** What a simulated candidate means by a turn, known beforehand and so no reading of the director's. */
export type Meaning =
  /** On the question: a model answer, a thin one, or that there is none. */
  | ('answer' | 'thin' | 'unknown' | 'done')
  /** Not on it. */
  | ('noise' | 'astray' | 'abuse' | 'obey-me')
  /** Asked of the interviewer. */
  | ('repeat' | 'rephrase' | 'hint' | 'skip' | 'back' | 'think' | 'time' | 'stop')
  | ('fact' | 'other-fact' | 'beg' | 'verdict' | 'about-us' | 'format' | 'check-in' | 'lines')
  | 'silence'

/** One turn and what is meant by it. */
export interface CandidateTurn {
  text: string
  means: Meaning
  /** Of `fact`: the written fact that is asked for. */
  factId?: string
  /** Of `lines`: what is to be read. */
  lines?: { from: number; to: number }
}
