import type { SessionEvent } from './event.ts'
import { mergeHeard } from './merge-heard.ts'
import { questionState, withQuestion } from './question-state.ts'
import type { Entry, Patch, SessionState } from './state.ts'

type DoubtEvent = Extract<SessionEvent, { kind: 'term-asked' | 'term-settled' }>
type Settled = Extract<SessionEvent, { kind: 'term-settled' }>

/** "Did you say ...?", and what came of it. */
export function foldDoubt(state: SessionState, event: DoubtEvent): Patch {
  const { turnId, questionId, from, to, term } = event
  if (event.kind === 'term-asked')
    return { doubt: { turnId, questionId, from, to, term }, doubted: [...state.doubted, questionId] }
  const question = questionState(state, questionId)
  return {
    doubt: undefined,
    transcript: state.transcript.map((entry) => settled(entry, event)),
    ...(event.points.length > 0
      ? {
          questions: withQuestion(state, { ...question, heard: mergeHeard(question, event), offTopic: 0 }),
        }
      : {}),
  }
}

/** A term that was said is doubtful no more; one that was not is no term, and its words stay doubtful. */
function settled(entry: Entry, { turnId, from, to, outcome }: Settled): Entry {
  if (entry.turnId !== turnId || entry.speaker !== 'candidate' || !entry.terms || outcome === 'open')
    return entry
  const isHere = (range: { from: number; to: number }) => range.from === from && range.to === to
  if (outcome === 'not-said') return { ...entry, terms: entry.terms.filter((term) => !isHere(term)) }
  return {
    ...entry,
    terms: entry.terms.map((term) => (isHere(term) ? { ...term, sure: true } : term)),
    unsure: entry.unsure.filter((range) => !isHere({ from: range[0], to: range[1] })),
  }
}
