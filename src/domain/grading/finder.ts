/** A point as a finder sees it. */
export interface FinderPoint {
  id: string
  text: string
  wordings: readonly string[]
  misheard: readonly string[]
}

export interface FindInput {
  /** One turn of the candidate. */
  text: string
  /** What the interviewer said before it: its words earn nothing when they are said back. */
  asked: string
  points: readonly FinderPoint[]
  /** Ids of the points that the question just put asks for directly: less is needed to hear these. */
  askedFor?: ReadonlySet<string>
}

/** Where a point was heard: `text.slice(from, to)` is the quote, trimmed, at most 320 characters. */
export interface Match {
  pointId: string
  degree: 'full' | 'partly'
  from: number
  to: number
  /** 0-1: how much of the point was heard. */
  strength: number
  /** 0-1, for a point that is only described: what it earns, where `degree` would be too coarse. */
  share?: number
}

/** What a question is about. */
export interface Topic {
  /** Its subject in words: points, wordings, facts. */
  texts: readonly string[]
  /** Whether an answer may be about anything, as when it tells of one's own work. */
  isOpen: boolean
}

export interface RelevanceInput {
  text: string
  asked: string
  topic: Topic
}

/** Finds expected points in what was said. Pure: the same input always gives the same matches. */
export interface Finder {
  /** Name and version, as the report states it. */
  name: string
  version: string
  /** At most one match a point, its best place. */
  find(input: FindInput): Match[]
  /**
   * 0-1: how much of the text is about the topic beyond what was asked; 0 if it is clearly about another question of the
   * bank, unless the topic is open.
   */
  relevance(input: RelevanceInput): number
}
