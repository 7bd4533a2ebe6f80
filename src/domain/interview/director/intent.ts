/** What a turn asks of the interviewer when it is no answer. */
export type RequestKind =
  | 'stop'
  | 'time-left'
  | 'back'
  | 'skip'
  | 'rephrase'
  | 'read-code'
  | 'repeat'
  | 'hint'
  | 'ask-answer'
  | 'ask-verdict'
  | 'about-us'
  | 'about-format'
  | 'check-in'
  | 'think'
  | 'dont-know'
  | 'done'
  | 'ready'

/**
 * What a turn wants; `answer` when it asks nothing. `wonder` is a question that may be a guess or be answered by
 * the speaker: it clarifies only if a written fact fits it.
 */
export type Intent =
  /** `alone`: nothing else was said, so that no answer can be in it. */
  | { kind: RequestKind; alone: boolean }
  | { kind: 'clarify' | 'wonder' | 'answer' }
  | { kind: 'read-lines'; from: number; to: number }
