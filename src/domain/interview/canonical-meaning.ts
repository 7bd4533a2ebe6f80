import type { Entry, QuestionState, SessionState } from './state.ts'

const stateKeys = [
  ...(['seq', 'phase', 'ownerId', 'createdAt', 'jd', 'profile', 'level', 'domain', 'focus'] as const),
  ...(['extraTime', 'engine', 'plan', 'startedAt', 'lastAt', 'clockMs', 'onHold', 'away'] as const),
  ...(['section', 'sectionStartMs', 'sectionTurns', 'sectionSaid', 'current', 'coverage'] as const),
  ...(['shownSnippets', 'highlighted', 'selected', 'silenceRung', 'marks', 'notes', 'turns'] as const),
  ...(['survey', 'report'] as const),
] satisfies (keyof SessionState)[]

const entryKeys = [
  ...(['turnId', 'seq', 'speaker', 'text', 'heard', 'edited', 'startMs', 'endMs', 'section'] as const),
  ...(['questionId', 'askId', 'unsure'] as const),
] satisfies (keyof Entry)[]

const questionKeys = [
  ...(['id', 'section', 'asked', 'heard', 'signals', 'hints', 'turns', 'offTopic'] as const),
  ...(['clarified', 'closed'] as const),
] satisfies (keyof QuestionState)[]

/**
 * What a state means, as JSON with its keys in order, to be hashed beside a recorded log. It holds the fields that a
 * state had when the first logs were recorded: one that a later version adds to the state changes nothing here.
 */
export function canonicalMeaning(state: SessionState): string {
  const meaning = {
    ...pick(state, stateKeys),
    transcript: state.transcript.map((entry) => pick(entry, entryKeys)),
    questions: Object.values(state.questions).map((question) => pick(question, questionKeys)),
  }
  return JSON.stringify(meaning, (_, value: unknown) => inOrder(value))
}

function pick<T extends object, K extends keyof T>(whole: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const picked: Partial<Pick<T, K>> = {}
  for (const key of keys) picked[key] = whole[key]
  return picked
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
